package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.UserGrouping.UserRows;
import io.github.recsyseval.stat.Estimate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which hours and on which days (UTC) each arm was shown, and on which day its users came first. Nothing of it depends on the order of
 * the rows.
 */
final class ArmHours implements UserWatch {
    /** Hours of all arms together; with more, time stamps are wrong, or arms are. About 10 MB. */
    private static final int MOST = 100_000;

    private static final long HOUR = 3_600_000_000L;
    private static final long HOURS_OF_DAY = 24;
    private static final int REMEMBERED = 1 << 12;

    private final List<Map<Long, Hour>> hours;
    private final List<Map<Long, Day>> days;
    private final Hour[] remembered = new Hour[REMEMBERED];
    private int kept;
    private boolean tooMany;
    private long user;

    /** What was shown of an arm in a stretch of time. */
    static class Shown {
        private long exposures;
        private long users;
        private long lastUser;

        final void add(long user) {
            exposures++;
            if (user != lastUser) {
                lastUser = user;
                users++;
            }
        }

        final long exposures() {
            return exposures;
        }

        /** Distinct users. */
        final long users() {
            return users;
        }
    }

    /** A day, on which some users came for the first time. */
    static final class Day extends Shown {
        private final long number;
        private long newUsers;
        private long ofNewUsers;
        private long squares;

        Day(long number) {
            this.number = number;
        }

        private void came(long exposures) {
            newUsers++;
            ofNewUsers += exposures;
            squares += exposures * exposures;
        }

        /** Users whose first exposure was on this day. */
        long newUsers() {
            return newUsers;
        }

        /** Exposures of these users, of whom there have to be two, on all days for each of them. */
        Estimate exposuresOfNew() {
            double each = (double) ofNewUsers / newUsers;
            double deviations = Math.max(0, squares - ofNewUsers * each);
            return new Estimate(each, deviations / (newUsers - 1) / newUsers, newUsers);
        }
    }

    private static final class Hour extends Shown {
        private final int arm;
        private final long number;
        private final Day day;

        Hour(int arm, long number, Day day) {
            this.arm = arm;
            this.number = number;
            this.day = day;
        }
    }

    /** @param arms how many there are */
    ArmHours(int arms) {
        hours = Stream.generate(() -> (Map<Long, Hour>) new HashMap<Long, Hour>())
                .limit(arms)
                .toList();
        days = Stream.generate(() -> (Map<Long, Day>) new HashMap<Long, Day>())
                .limit(arms)
                .toList();
    }

    @Override
    public int[] breakdowns() {
        return new int[0];
    }

    @Override
    public void see(UserRows rows, int[] arms) {
        user++;
        Day first = null;
        long analysed = 0;
        for (int i = 0; i < rows.size() && !tooMany; i++) {
            Hour hour = arms[i] < 0 ? null : hour(arms[i], Math.floorDiv(rows.time(i), HOUR));
            if (hour != null) {
                analysed++;
                hour.add(user);
                hour.day.add(user);
                first = first == null || hour.day.number < first.number ? hour.day : first;
            }
        }
        if (first != null) {
            first.came(analysed);
        }
    }

    private @Nullable Hour hour(int arm, long number) {
        int at = (int) (31 * arm + number) & REMEMBERED - 1;
        @Nullable Hour known = remembered[at];
        if (known == null || known.arm != arm || known.number != number) {
            known = hours.get(arm).get(number);
            if (known == null) {
                if (kept == MOST) {
                    tooMany = true;
                    return null;
                }
                kept++;
                Day day = days.get(arm).computeIfAbsent(Math.floorDiv(number, HOURS_OF_DAY), Day::new);
                known = new Hour(arm, number, day);
                hours.get(arm).put(number, known);
            }
            remembered[at] = known;
        }
        return known;
    }

    /** Whether there were more hours than are kept, so that nothing is known. */
    boolean tooMany() {
        return tooMany;
    }

    /** The hours in which an arm was shown, by their number since 1970. */
    Map<Long, ? extends Shown> hours(int arm) {
        return hours.get(arm);
    }

    /** The days on which an arm was shown, by their number since 1970. */
    Map<Long, Day> days(int arm) {
        return days.get(arm);
    }
}
