package io.github.recsyseval.cli;

import io.github.recsyseval.text.DidYouMean;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
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
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    /** The shells, as picocli wants to have them; public because the build names it from another package. */
    public static final class Shells extends AbstractList<String> {
        @Override
        public String get(int index) {
            return SHELLS.get(index);
        }

        @Override
        public int size() {
            return SHELLS.size();
        }
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.", completionCandidates = Shells.class)
    private String shell = "";

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            String hint = DidYouMean.suggest(shell, SHELLS)
                    .map(close -> "; did you mean " + close + "?")
                    .orElse("; there are bash and zsh");
            throw new UsageException("no completion for \"" + shell + "\"" + hint);
        }
        String script = shell.equals("zsh") ? CompletionScript.zsh() : CompletionScript.bash();
        StandardOutput.write(parent.terminal(), script.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }
}
