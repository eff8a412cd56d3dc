package io.github.recsyseval.browser;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, driven by its command line. */
record Browser(Path program, Path profile) {
    /** Names the program; otherwise it is looked for on the PATH. */
    static final String VARIABLE = "RECSYS_EVAL_BROWSER";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    /** How the page looks to somebody who asked the system for light or dark colours. */
    enum Scheme {
        DARK,
        LIGHT
    }

    /** What the page turned into, and what the console said. */
    record Result(String dom, List<String> console) {}

    static Optional<Path> find() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Stream<Path> folders = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        return folders.flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens an address and waits until scripts and frames are done. */
    Result open(String address, Scheme scheme) throws IOException, InterruptedException {
        Path dom = profile.resolve("dom.html");
        Path log = profile.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--allow-file-access-from-files",
                "--user-data-dir=" + profile.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + scheme.ordinal(),
                "--enable-logging=stderr",
                "--v=0",
                "--virtual-time-budget=10000",
                "--dump-dom",
                address));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not finish: " + address);
        }
        List<String> console;
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            console = lines.filter(line -> line.contains("CONSOLE")).toList();
        }
        return new Result(Files.readString(dom), console);
    }
}
