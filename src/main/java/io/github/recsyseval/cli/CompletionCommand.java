package io.github.recsyseval.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code recsys-eval completion}: prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script for bash or zsh.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "For this shell:",
            "  source <(recsys-eval completion bash)",
            "For every bash:",
            "  recsys-eval completion bash \\",
            "    > ~/.local/share/bash-completion/completions/recsys-eval",
            "For every zsh:",
            "  echo 'source <(recsys-eval completion zsh)' >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    static final List<String> SHELLS = List.of("bash", "zsh");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    @Override
    public Integer call() {
        boolean zsh = Choice.word("SHELL", shell, SHELLS).equals("zsh");
        String script = zsh ? CompletionScript.zsh() : CompletionScript.bash();
        StandardOutput.write(parent.terminal(), script.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }
}
