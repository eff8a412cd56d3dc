package io.github.recsyseval.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Writes hidden characters as {@code \\u202e}: the same text to a program, no surprise on a terminal. */
final class HiddenEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[0x7f] = ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return Hidden.isHidden(c) && !Character.isSurrogate((char) c)
                ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
                : null;
    }
}
