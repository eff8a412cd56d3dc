package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReadingTest {
    private final LineReading reading = new LineReading();

    private static byte[] bytes(String line) {
        return line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private SampledLine read(String line) {
        return reading.of(new SampledLines.RawLine(1, true, false, false, 12.5, bytes(line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items':[{'item_id':'a','rank':1}],'context':{'surface':'home'}}",
                " { 'context' : { 'a' : 'surface' , 'surface' : 'home' } , 'items' : [ ] } ",
                "{'context':{'page':'surface\\\\','surface':'home','z':'}'},'items':[{'item_id':'x]\\\"}','rank':1}]}",
                "{'c\\u006fntext':{'s\\u0075rface':'h\\u006fme'},'items':[]}",
                "{'x':{'context':{'surface':'other'},'n':[1,[2,-3.5e7],null,{}]},'t':true,'context':{'surface':'home'}}"
            })
    void findsTheSurface(String line) {
        assertThat(read(line).surface()).isEqualTo("home");
        assertThat(read(line).logsPropensity()).isFalse();
    }

    @Test
    void readsEscapesAndOtherScriptsInValues() {
        assertThat(read("{'context':{'surface':'\\u00fcber \\\"uns\\\" \\ud83d\\ude00 é'}}")
                        .surface())
                .isEqualTo("über \"uns\" 😀 é");
        assertThat(read("{'context':{'segment':'surface'},'items':[]}").surface())
                .isNull();
    }

    @Test
    void takesOverWhatIsKnown() {
        assertThat(read("{}")).isEqualTo(new SampledLine(true, false, false, false, false, 12.5, null));
    }

    /** Wrong: 0 or below, above 1, or missing in some of the list. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'item_id':'a','propensity':0.5},{'item_id':'b','logging_propensity':1}|true|false",
                "{'item_id':'a','propensity':0.5},{'item_id':'b'}|true|true",
                "{'item_id':'a','prop\\u0065nsity':0.5,'x':['p']},{'item_id':'b','propensity' : 1e-3 }|true|false",
                "{'item_id':'a','propensity':0}|true|true",
                "{'item_id':'a','propensity':1.5,'rank':1}|true|true",
                "{'item_id':'propensity','rank':1},{'item_id':'p','deep':{'propensity':0.5}}|false|false",
                "{'item_id':'a','propensity':'high'}|false|false"
            })
    void looksAtPropensities(String items, boolean logs, boolean wrong) {
        SampledLine line = read("{'items':[" + items + "],'context':{'surface':'s'}}");
        assertThat(line.logsPropensity()).isEqualTo(logs);
        assertThat(line.wrongPropensity()).isEqualTo(wrong);
        assertThat(line.surface()).isEqualTo("s");
    }

    @Test
    void listsTheKeysOfTheContext() {
        assertThat(reading.contextKeys(
                        bytes("{'items':[{'k':'v'}],'context':{'a':'b', 'p\\u0061ge':'c'},'z':{'y':1}}")))
                .containsExactlyInAnyOrder("a", "page");
    }
}
