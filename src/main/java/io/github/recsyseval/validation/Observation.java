package io.github.recsyseval.validation;

import io.github.recsyseval.finding.FindingCode;

/** What can be odd about one valid record, each with the finding that it counts for. */
enum Observation {
    REPEATED_IDENTICAL(FindingCode.J04, "equal to the earlier record"),
    REPEATED_CONFLICTING(FindingCode.J04, "different from it"),
    USER_IS_REQUEST(FindingCode.J08, ""),
    BEFORE_2000(FindingCode.J10, "before the year 2000"),
    FAR_FUTURE(FindingCode.J10, "in the year 2100 or later"),
    NO_VALUE(FindingCode.J13, "without value"),
    ZERO_VALUE(FindingCode.J13, "of value 0"),
    RANK_REPEATED(FindingCode.J15, "with a repeated rank"),
    RANK_START(FindingCode.J15, "not beginning with 1"),
    RANK_GAP(FindingCode.J15, "with a gap"),
    ITEM_TWICE(FindingCode.J16, ""),
    NO_TENANT(FindingCode.J17, "without context.tenant_id"),
    NO_SURFACE(FindingCode.J17, "without context.surface"),
    PROPENSITY(FindingCode.J24, "above 1"),
    DUPLICATE_KEY(FindingCode.J25, "");

    private final FindingCode code;
    private final String words;

    Observation(FindingCode code, String words) {
        this.code = code;
        this.words = words;
    }

    FindingCode code() {
        return code;
    }

    /** The form of the finding in a few words; empty where it has one form only. */
    String words() {
        return words;
    }

    /** Not odd in itself: the record is one of those that findings about lists or values are a share of. */
    static final int IN_BASIS = 1 << 31;

    /** This observation as a bit of a record's sum of observations. */
    int bit() {
        return 1 << ordinal();
    }
}
