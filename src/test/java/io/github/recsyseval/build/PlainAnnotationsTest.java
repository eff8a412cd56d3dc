package io.github.recsyseval.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.cli.RecsysEval;
import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole command line, with the annotations of picocli in its table. */
class PlainAnnotationsTest {
    private static final String COMMANDS = "io/github/recsyseval/cli/";

    @TempDir
    private static Path folder;

    private static Path jar = Path.of("");
    private static URLClassLoader quick = new URLClassLoader(new URL[0]);

    @BeforeAll
    static void makesTheCommandLineQuick() throws Exception {
        jar = QuickJar.of(
                folder,
                List.of(
                        new QuickJar.Sample(RecsysEval.class, COMMANDS),
                        new QuickJar.Sample(CommandLine.class, "picocli/")));
        List<URL> path = new ArrayList<>(List.of(jar.toUri().toURL()));
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(place).toUri().toURL());
        }
        quick = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws Exception {
        quick.close();
    }

    @Test
    void theTableSaysWhatReflectionSays() throws Exception {
        Class<?> table = quick.loadClass("picocli.AnnotationTable");
        Method present = table.getMethod("isAnnotationPresent", AnnotatedElement.class, Class.class);
        Method get = table.getMethod("getAnnotation", AnnotatedElement.class, Class.class);
        int found = 0;
        for (AnnotatedElement element : elements()) {
            for (Class<? extends Annotation> type : types()) {
                Annotation expected = element.getAnnotation(type);
                Object actual = get.invoke(null, element, type);
                assertThat(present.invoke(null, element, type)).isEqualTo(expected != null);
                assertThat(values(type, actual)).as("@%s of %s", type, element).isEqualTo(values(type, expected));
                found += expected == null ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(150);
    }

    @Test
    void picocliAsksTheTable() throws Exception {
        try (JarFile classes = new JarFile(jar.toFile())) {
            JarEntry member = classes.getJarEntry("picocli/CommandLine$Model$TypedMember.class");
            String file = new String(classes.getInputStream(member).readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(file).contains("picocli/AnnotationTable");
        }
    }

    @Test
    void everyHelpReadsTheSame() throws Exception {
        assertThat(help(quick.loadClass(RecsysEval.class.getName())))
                .containsKey(" config check")
                .isEqualTo(help(RecsysEval.class));
    }

    /** All classes, fields and methods of the command line. */
    private static List<AnnotatedElement> elements() throws Exception {
        List<AnnotatedElement> elements = new ArrayList<>();
        elements.addAll(List.of(Object.class.getDeclaredMethods()));
        try (JarFile classes = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(classes.entries())) {
                if (entry.getName().startsWith(COMMANDS)) {
                    String name = entry.getName().replace('/', '.').replace(".class", "");
                    Class<?> loaded = quick.loadClass(name);
                    elements.add(loaded);
                    elements.addAll(List.of(loaded.getDeclaredFields()));
                    elements.addAll(List.of(loaded.getDeclaredMethods()));
                }
            }
        }
        return elements;
    }

    private static List<Class<? extends Annotation>> types() throws Exception {
        List<Class<? extends Annotation>> types = new ArrayList<>();
        for (Class<?> type : quick.loadClass("picocli.CommandLine").getDeclaredClasses()) {
            if (type.isAnnotation()) {
                types.add(type.asSubclass(Annotation.class));
            }
        }
        return types;
    }

    /** What an annotation says, defaults included; nothing of none. */
    private static Map<String, Object> values(Class<?> type, Object annotation) throws Exception {
        Map<String, Object> values = new TreeMap<>();
        if (annotation != null) {
            for (Method element : type.getDeclaredMethods()) {
                Object value = element.invoke(annotation);
                values.put(element.getName(), value instanceof Object[] several ? Arrays.asList(several) : value);
            }
        }
        return values;
    }

    private static Map<String, String> help(Class<?> program) throws Exception {
        Method lineOf = program.getDeclaredMethod("line", program);
        lineOf.setAccessible(true);
        Object line = lineOf.invoke(null, program.getConstructor().newInstance());
        Map<String, String> help = new TreeMap<>();
        collect("", line, help);
        return help;
    }

    private static void collect(String name, Object line, Map<String, String> help) throws Exception {
        help.put(name, line.getClass().getMethod("getUsageMessage").invoke(line).toString());
        Map<?, ?> commands =
                (Map<?, ?>) line.getClass().getMethod("getSubcommands").invoke(line);
        for (Map.Entry<?, ?> command : commands.entrySet()) {
            collect(name + " " + command.getKey(), command.getValue(), help);
        }
    }
}
