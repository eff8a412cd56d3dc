package io.github.recsyseval.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceNameTest {

    @Test
    void sortsTheKeys() {
        SliceName name = SliceName.parse("tenant_id=t1|surface=home");
        assertThat(name.name()).isEqualTo("surface=home|tenant_id=t1");
        assertThat(name.keys()).containsExactly("surface", "tenant_id");
    }

    @ParameterizedTest
    @CsvSource({
        "surface=(missing), surface=(missing)",
        "'a=x\\|y', 'a=x\\|y'",
        "'a=x\\=y', 'a=x\\=y'",
        "'a\\\\=x', 'a\\\\=x'",
        "a=, a="
    })
    void keepsWhatReportsWrite(String text, String name) {
        assertThat(SliceName.parse(text).name()).isEqualTo(name);
    }

    @Test
    void namesSlicesAsTheBreakdownDoes() {
        Breakdown breakdown = new Breakdown(java.util.List.of("b", "a"));
        String name = breakdown.sliceName(new String[] {"x|y=z", "\\"});
        assertThat(SliceName.parse(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "surface", "=home", "a=b=c", "a=1|a=2", "a=1||b=2"})
    void refusesWhatIsNoSlice(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SliceName.parse(text));
    }
}
