package ringdown.office;

import org.jspecify.annotations.Nullable;

/**
 * The provider's server that takes the office's e-mail.
 *
 * @param from the address e-mail comes from
 * @param user null: the server asks for none
 */
public record MailServer(
        String host,
        int port,
        Security security,
        String from,
        @Nullable String user,
        @Nullable Secret password) {

    /** How the way there is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS;

        int port() {
            return switch (this) {
                case NONE -> 25;
                case STARTTLS -> 587;
                case TLS -> 465;
            };
        }
    }

    MailServer withPasswordOf(@Nullable MailServer previous) {
        return password != null || previous == null || !previous.host.equals(host)
                ? this
                : new MailServer(host, port, security, from, user, previous.password);
    }
}
