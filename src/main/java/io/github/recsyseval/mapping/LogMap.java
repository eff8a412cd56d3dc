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

    /** What it does, in a form that is the same for every file that says the same; empty for no map. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        for (Contract contract : Contract.values()) {
            RecordMap section = sections.get(contract);
            if (section != null) {
                text.append(contract.name())
                        .append('{')
                        .append(section.canonical())
                        .append('}');
            }
        }
        return text.toString();
    }

    /** The rules for a contract; null when its records are read as they are. */
    public @Nullable RecordMap of(Contract contract) {
        return sections.get(contract);
    }
}
