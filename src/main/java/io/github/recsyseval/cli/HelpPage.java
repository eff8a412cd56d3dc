package io.github.recsyseval.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints: subcommands, then the options that make a command what it is, then those of every command. */
final class HelpPage extends Help {
    static final List<String> SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    private static final Set<String> LAST =
            Set.of("--memory", "--temp-dir", "--history", "--render", "--quiet", "--verbose", "--help", "--version");

    HelpPage(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    public String optionList() {
        Set<OptionSpec> grouped = commandSpec().argGroups().stream()
                .map(ArgGroupSpec::allOptionsNested)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<OptionSpec> single = commandSpec().options().stream()
                .filter(option -> !grouped.contains(option))
                .toList();
        List<OptionSpec> first =
                single.stream().filter(option -> !isLast(option)).toList();
        List<OptionSpec> last = single.stream().filter(HelpPage::isLast).toList();
        boolean onlyLast = first.isEmpty() && grouped.isEmpty();
        boolean apart = !first.isEmpty() && commandSpec().positionalParameters().isEmpty();
        return String.format(apart ? "%n" : "")
                + optionListExcludingGroups(first)
                + optionListGroupSections()
                + String.format(onlyLast ? "%nOptions:%n" : "%nOther options:%n")
                + optionListExcludingGroups(last);
    }

    private static boolean isLast(OptionSpec option) {
        return LAST.contains(option.longestName());
    }
}
