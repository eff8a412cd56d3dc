import java.io.FileInputStream;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Inflates a gzip file with the JDK and nothing else, to compare times: {@code java Inflate.java FILE.gz}. */
final class Inflate {
    public static void main(String[] args) throws Exception {
        byte[] buffer = new byte[1 << 20];
        long bytes = 0;
        try (InputStream in = new GZIPInputStream(new FileInputStream(args[0]), 1 << 16)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
            }
        }
        System.out.println(bytes);
    }
}
