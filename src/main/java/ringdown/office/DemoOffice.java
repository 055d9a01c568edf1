package ringdown.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** The office of a box that was given none. Its passwords are new each time, so that no box has a known one. */
public final class DemoOffice {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 12;

    private DemoOffice() {}

    /** A password that can be read out; give it a secure source. */
    public static String password(RandomGenerator random) {
        var password = new StringBuilder();
        for (var i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /**
     * The file, ready for {@link OfficeFile#read(String)}.
     *
     * @param password of the account "installer"
     * @param phoneSecret telephones have it with "-" and their extension: "abc-201"
     */
    public static String file(String password, String phoneSecret) {
        try (var stream = DemoOffice.class.getResourceAsStream("demo.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("demo.yaml is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${password}", password)
                    .replace("${secret}", phoneSecret);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read demo.yaml from the jar", broken);
        }
    }
}
