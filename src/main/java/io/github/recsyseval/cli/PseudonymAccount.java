package io.github.recsyseval.cli;

import io.github.recsyseval.pseudonym.PseudonymRun;
import io.github.recsyseval.pseudonym.PseudonymRun.FieldAccount;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code pseudonymize} says about its work, in sentences without any value of a line. */
final class PseudonymAccount {
    private static final int MOST_REASONS = 5;

    private final PseudonymRun run;

    PseudonymAccount(PseudonymRun run) {
        this.run = run;
    }

    /** {@code 1,000 lines written; user_id: 1,000 values}. */
    String summary() {
        String fields = run.fields().stream().map(PseudonymAccount::words).collect(Collectors.joining("; "));
        return Counted.of(run.ledger().valid(), "line") + " written; " + fields;
    }

    private static String words(FieldAccount field) {
        return PrintableText.name(field.field().text()) + ": " + Counted.of(field.replaced(), "value")
                + (field.absent() == 0 ? "" : ", absent " + Counted.of(field.absent(), "time"));
    }

    /** What is odd although it was done. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (FieldAccount field : run.fields()) {
            String name = PrintableText.name(field.field().text());
            if (field.alike() > 0) {
                warnings.add(
                        Counted.of(field.alike(), "value") + " of " + name
                                + " looked like pseudonyms before (64 hexadecimal digits); was this log pseudonymised already?");
            }
            if (field.replaced() == 0 && run.ledger().valid() > 0) {
                warnings.add("no line has a value in " + name + "; is that its name?");
            }
        }
        return warnings;
    }

    /** Why lines were not written; empty when all were. */
    List<String> refusals() {
        InputLedger ledger = run.ledger();
        if (ledger.invalid() == 0) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                Counted.of(ledger.invalid(), "line") + " of " + count(ledger.records()) + " refused and not written");
        List<String> reasons = new ArrayList<>();
        for (ViolationGroups.Group group : ledger.violations().groups()) {
            for (ViolationGroups.Message message : group.messages()) {
                reasons.add(Counted.of(message.records(), "line") + ", first " + message.first() + ": "
                        + reason(message) + hint(message));
            }
        }
        sentences.addAll(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        return sentences;
    }

    private static String reason(ViolationGroups.Message message) {
        return message.pointer().isEmpty()
                ? message.text()
                : PrintableText.text(message.pointer(), 200) + " " + message.text();
    }

    /** What a field is probably called that lines lack, or how to say that they may. */
    private String hint(ViolationGroups.Message message) {
        for (FieldAccount account : run.fields()) {
            String pointer = "/" + String.join("/", account.field().keys());
            if (message.text().startsWith("is absent") && message.pointer().equals(pointer)) {
                String typed = account.field().text();
                return DidYouMean.suggest(typed, run.names())
                        .filter(name -> !name.equals(typed))
                        .map(name -> "; did you mean " + PrintableText.name(name) + "?")
                        .orElse("; if a line may lack it, write " + PrintableText.name(typed) + "?");
            }
        }
        return "";
    }

    private static String count(long n) {
        return Decimals.grouped(n);
    }
}
