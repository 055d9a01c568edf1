package ringdown.office;

import org.jspecify.annotations.Nullable;

/** Reads {@code mail:}. */
final class MailReader {
    private MailReader() {}

    static @Nullable MailServer read(Section file) {
        var section = file.section("mail");
        if (section == null) {
            return null;
        }
        var host = section.requiredAs("host", Scalars::host);
        var from = section.requiredAs("from", Scalars::address);
        var security = section.as("security", Scalars.oneOf(MailServer.Security.class), MailServer.Security.STARTTLS);
        var password = section.text("password");
        var server = new MailServer(
                host == null ? "" : host,
                section.as("port", Scalars::udpPort, security.port()),
                security,
                from == null ? "" : from,
                section.text("user"),
                password == null ? null : new Secret.Plain(password));
        section.end();
        return server;
    }
}
