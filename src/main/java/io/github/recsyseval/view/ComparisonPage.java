package io.github.recsyseval.view;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.report.comparison.Comparison;
import io.github.recsyseval.report.comparison.MoveRow;
import io.github.recsyseval.report.comparison.SideRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page;
import io.github.recsyseval.view.page.Page.Mood;
import io.github.recsyseval.view.page.Page.Verdict;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a comparison out: can it be trusted, what moved, by mix or by rate, and what else is not the same. */
public final class ComparisonPage {
    /** The parts of reports and what they are called, in the order in which people need them. */
    private static final Map<String, String> TITLES = Map.of(
            "kpis",
            "KPIs",
            "lists",
            "Lists",
            "guardrails",
            "Guardrails",
            BaselineReport.RANKING,
            "Ranking",
            "data_quality",
            "Data quality");

    private static final List<String> ORDER =
            List.of("kpis", "lists", "guardrails", BaselineReport.RANKING, "data_quality");

    /** A report that is not trusted says itself why; here it is enough to know what kind of reasons they are. */
    private static final int MOST_REASONS = 4;

    private final Comparison comparison;
    private final List<Page.Section> sections = new ArrayList<>();

    private ComparisonPage(Comparison comparison) {
        this.comparison = comparison;
    }

    public static Page of(Comparison comparison) {
        return new ComparisonPage(comparison).page();
    }

    private Page page() {
        for (String section : ORDER) {
            section(section, TITLES.getOrDefault(section, section), MoveBlocks.of(moves(section)));
        }
        section("split", "Mix and rate", SplitBlocks.of(split()));
        section("differences", "What else differs", DifferenceBlocks.of(comparison));
        section("provenance", "Provenance", provenance());
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(trust());
        main().ifPresent(section -> verdicts.add(outcome(section)));
        verdicts.add(causal());
        return new Page(
                "Comparison of two reports",
                verdicts,
                comparison.warnings().stream().map(Text::of).toList(),
                List.copyOf(sections));
    }

    private void section(String id, String title, List<? extends Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Page.Section(id, title, List.copyOf(blocks)));
        }
    }

    private List<MoveRow> moves(String section) {
        return comparison.moves().stream()
                .filter(move -> move.section().equals(section))
                .toList();
    }

    /** The part that the answer is about: business figures where both have them, else the lists' quality. */
    private Optional<String> main() {
        return Stream.of("kpis", BaselineReport.RANKING)
                .filter(section -> !moves(section).isEmpty())
                .findFirst();
    }

    private List<MoveRow> split() {
        return main().map(this::moves).orElse(List.of());
    }

    private Verdict trust() {
        List<Text> because = new ArrayList<>();
        for (SideRow side : List.of(comparison.before(), comparison.after())) {
            List<String> reasons = side.untrustedBecause();
            int shown = reasons.size() <= MOST_REASONS ? reasons.size() : MOST_REASONS - 1;
            reasons.subList(0, shown)
                    .forEach(why -> because.add(Text.ofCode(side.source()).plain(": " + why)));
            if (shown < reasons.size()) {
                because.add(Text.ofCode(side.source())
                        .plain(": and " + (reasons.size() - shown) + " more reasons, which that report gives"));
            }
        }
        return new Verdict(
                comparison.trusted() ? Mood.GOOD : Mood.BAD,
                comparison.trusted() ? "Trusted." : "Do not trust.",
                Text.of("Before: ")
                        .plain(words(comparison.before()))
                        .plain(" After: ")
                        .plain(words(comparison.after())),
                because);
    }

    private static String words(SideRow side) {
        String when =
                side.firstExposure() == null ? "" : ", " + TimeText.span(side.firstExposure(), side.lastExposure());
        return Counted.of(side.exposures(), "exposure") + " of " + Counted.of(side.users(), "user") + when + ".";
    }

    private Verdict outcome(String section) {
        List<MoveRow> moves = moves(section);
        List<Text> moved = moves.stream()
                .filter(move -> MoveBlocks.isDecided(move.change()))
                .map(MoveBlocks::sentence)
                .toList();
        boolean worse = moves.stream().anyMatch(move -> move.change().verdict().equals("worse"));
        Mood decided = worse ? Mood.BAD : Mood.GOOD;
        String counts = Stream.of("better", "worse", "inconclusive", "untrusted", "unknown")
                .map(verdict -> count(moves, verdict))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return new Verdict(
                moved.isEmpty() ? Mood.NEUTRAL : decided,
                TITLES.getOrDefault(section, section) + ": " + counts + ".",
                Text.EMPTY,
                moved);
    }

    private static String count(List<MoveRow> moves, String verdict) {
        long n = moves.stream()
                .filter(move -> move.change().verdict().equals(verdict))
                .count();
        return n == 0 ? "" : n + " " + verdict;
    }

    private Verdict causal() {
        int end = comparison.note().indexOf(": ");
        return new Verdict(
                Mood.NEUTRAL,
                comparison.note().substring(0, end) + ".",
                Text.of(Character.toUpperCase(comparison.note().charAt(end + 2))
                        + comparison.note().substring(end + 3)),
                List.of());
    }

    private List<Block> provenance() {
        RunInfo run = comparison.run();
        List<Text> lines = new ArrayList<>();
        lines.add(side("before: ", comparison.before()));
        lines.add(side("after: ", comparison.after()));
        lines.add(Text.of(
                "recsys-eval " + run.version() + " compare, commit " + run.gitCommit() + ", " + run.createdAt()));
        return List.of(new Block.Bullets(lines));
    }

    private static Text side(String which, SideRow side) {
        return Text.of(which)
                .code(side.source())
                .plain(", made by recsys-eval " + side.version() + " " + side.command() + ", " + side.createdAt());
    }
}
