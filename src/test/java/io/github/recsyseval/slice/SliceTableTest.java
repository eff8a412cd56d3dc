package io.github.recsyseval.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliceTableTest {
    @Test
    void namesHaveSortedKeysAndEscapedValues() {
        Breakdown breakdown = new Breakdown(List.of("tenant_id", "surface", "tenant_id"));
        assertThat(breakdown.keys()).containsExactly("surface", "tenant_id");
        assertThat(breakdown.sliceName(new @Nullable String[] {"home", "t1"})).isEqualTo("surface=home|tenant_id=t1");
        assertThat(breakdown.sliceName(new @Nullable String[] {"a|b=c\\d", null}))
                .isEqualTo("surface=a\\|b\\=c\\\\d|tenant_id=(missing)");
        assertThat(breakdown.sliceName(new @Nullable String[] {"(missing)", "t1"}))
                .isEqualTo("surface=\\(missing)|tenant_id=t1");
    }

    @Test
    void equalValuesHaveEqualNumbersForAllThreads() {
        SliceTable table = new SliceTable(new Breakdown(List.of("surface")));
        SliceTable.Lookup one = table.lookup(new int[] {1});
        SliceTable.Lookup other = table.lookup(new int[] {0});
        int home = one.number(new @Nullable String[] {"x", "home"});
        int missing = one.number(new @Nullable String[] {"x", null});
        assertThat(other.number(new @Nullable String[] {new StringBuilder("home").toString()}))
                .isEqualTo(home);
        assertThat(other.number(new @Nullable String[] {null})).isEqualTo(missing);
        assertThat(table.names().get(home)).isEqualTo("surface=home");
        assertThat(table.names().get(missing)).isEqualTo("surface=(missing)");
    }

    @Test
    void keysThatNoExposureHadAreKnown() {
        SliceTable table = new SliceTable(new Breakdown(List.of("surface", "typo")));
        table.lookup(new int[] {0, 1}).number(new @Nullable String[] {"home", null});
        assertThat(table.keysNeverMet()).containsExactly("typo");
    }

    /** Eight names of 2^20 characters, {@code user=} among them, are all that fits; any other slice is too many. */
    @Test
    void namesWithoutEndAreTooMany() {
        SliceTable table = new SliceTable(new Breakdown(List.of("user")));
        SliceTable.Lookup lookup = table.lookup(new int[] {0});
        for (int i = 0; i < 7; i++) {
            lookup.number(new @Nullable String[] {i + "x".repeat((1 << 20) - 6)});
        }
        lookup.number(new @Nullable String[] {"7" + "x".repeat((1 << 20) - 6)});
        assertThat(table.tooMany()).isFalse();
        lookup.number(new @Nullable String[] {""});
        assertThat(table.tooMany()).isTrue();
        assertThat(table.names()).hasSize(8);
    }

    @Test
    void oneSliceOverTheCapIsTooMany() {
        SliceTable table = new SliceTable(new Breakdown(List.of("user")));
        SliceTable.Lookup lookup = table.lookup(new int[] {0});
        for (int i = 0; i < SliceTable.MAX_SLICES; i++) {
            lookup.number(new @Nullable String[] {"u" + i});
        }
        assertThat(table.tooMany()).isFalse();
        lookup.number(new @Nullable String[] {"u0"});
        assertThat(table.tooMany()).isFalse();
        lookup.number(new @Nullable String[] {"one more"});
        assertThat(table.tooMany()).isTrue();
    }
}
