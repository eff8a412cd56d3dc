package io.github.recsyseval.privacy;

/** The kinds of personal data that are looked for. */
public enum PersonalDataKind {
    EMAIL("email", "e-mail addresses"),
    PHONE("phone", "phone numbers"),
    CARD("card", "payment card numbers"),
    IBAN("iban", "bank account numbers (IBAN)"),
    IP("ip", "IP addresses"),
    TOKEN("token", "access tokens (JWT)");

    private final String word;
    private final String plural;

    PersonalDataKind(String word, String plural) {
        this.word = word;
        this.plural = plural;
    }

    /** The word as it stands in reports, for example {@code email}. */
    public String word() {
        return word;
    }

    /** The words for several of them in a sentence. */
    public String plural() {
        return plural;
    }
}
