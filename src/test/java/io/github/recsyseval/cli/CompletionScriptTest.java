package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionScriptTest {

    @Test
    void knowsCommandsAndTheirOptionsUnderTheNameOfTheProgram() {
        assertThat(CompletionScript.bash())
                .contains("complete -F _complete_recsys-eval -o default recsys-eval")
                .contains("report")
                .contains("'--exposures'");
    }
}
