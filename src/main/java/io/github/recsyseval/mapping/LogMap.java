package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Contract;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map: rules for the records of some contracts.
 *
 * @param sections none for a contract whose records are read as they are
 */
public record LogMap(Map<Contract, RecordMap> sections) {
    /** No map: every line is read as it is. */
    public static final LogMap NONE = new LogMap(Map.of());

    public LogMap {
        sections = Map.copyOf(sections);
    }

    /** The rules for a contract; null when its records are read as they are. */
    public @Nullable RecordMap of(Contract contract) {
        return sections.get(contract);
    }
}
