package io.github.recsyseval.event;

/** What a user did with a shown item. */
public enum EventType {
    CLICK,
    CONVERSION
}
