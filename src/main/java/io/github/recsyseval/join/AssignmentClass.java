package io.github.recsyseval.join;

import java.util.Locale;

/** What became of an assignment. Each has exactly one class: the first in this order that fits. */
public enum AssignmentClass {
    /** No request_id, or an empty one; valid or not. */
    MISSING_REQUEST_ID("it has no request_id"),
    /** The contract refuses the line. */
    INVALID("the line does not match the schema"),
    /** Its experiment or variant is a placeholder such as {@code undefined}. */
    UNKNOWN_EXPERIMENT("its experiment or variant is a placeholder"),
    /** Says the same as another one, in every field. */
    IDENTICAL_DUPLICATE("repeats another assignment in every field"),
    /** The same experiment gave its request another variant, too. */
    SEVERAL_VARIANTS_OF_REQUEST("its request has another variant of the experiment, too"),
    /** Says the same variant of its request as another one, and another user or time. */
    CONFLICTING_DUPLICATE("another assignment of its request to the variant has another user or time"),
    /** No exposure has its request id, and no filter leaves out its own user or time. */
    UNMATCHED("no exposure has its request_id"),
    /** A filter left out its exposure or, where it has none, its own user or time. */
    EXCLUDED("its exposure was left out by a filter or, without one, its own user or time"),
    /** Joined, but its user has another variant of the experiment elsewhere. */
    SEVERAL_VARIANTS_OF_USER("its user has another variant of the experiment in another request"),
    /** An exposure has its request id. */
    JOINED("an exposure has its request_id");

    private final String reason;

    AssignmentClass(String reason) {
        this.reason = reason;
    }

    /** Why an assignment is in this class, as a clause without quotation marks. */
    public String reason() {
        return reason;
    }

    /** The name that reports use, for example {@code several_variants_of_user}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
