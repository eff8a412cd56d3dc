package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.IVersionProvider;

class BuildVersionTest {
    @TempDir
    private Path folder;

    @Test
    void namesVersionAndCommitOfTheManifest() throws Exception {
        Path jar = folder.resolve("product.jar");
        String name = BuildVersion.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3+abc-dirty");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream in = BuildVersion.class.getResourceAsStream("BuildVersion.class")) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }

        assertThat(versionIn(jar)).isEqualTo("recsys-eval 1.2.3 (commit abc-dirty)");
    }

    @Test
    void isUnknownOutsideItsJar() {
        assertThat(new BuildVersion().getVersion()).containsExactly("recsys-eval unknown (commit unknown)");
    }

    /** What {@code --version} says when the class comes from a jar, and everything else from where the tests have it. */
    private static String versionIn(Path jar) throws Exception {
        URL[] path = {
            jar.toUri().toURL(),
            IVersionProvider.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader classes = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Object version = classes.loadClass(BuildVersion.class.getName())
                    .getConstructor()
                    .newInstance();
            return ((String[]) version.getClass().getMethod("getVersion").invoke(version))[0];
        }
    }
}
