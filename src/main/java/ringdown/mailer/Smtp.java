package ringdown.mailer;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import ringdown.office.MailServer;
import ringdown.office.Secret;

/** Hands one letter to the provider's server (RFC 5321, STARTTLS RFC 3207). Blocks for at most the time-outs. */
final class Smtp {
    private static final String MILLIS = "20000";

    private final MailServer server;

    Smtp(MailServer server) {
        this.server = server;
    }

    /** @throws MessagingException what the server or the way to it said; the letter is not taken */
    void send(Letter letter, @Nullable Path sound) throws MessagingException {
        Session session = Session.getInstance(properties(), authenticator());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.madeAt()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        if (sound == null) {
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            message.setContent(with(letter, sound));
        }
        Transport.send(message);
    }

    private static MimeMultipart with(Letter letter, Path sound) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new FileDataSource(sound.toFile())));
        attached.setFileName("message.wav");
        attached.setHeader("Content-Type", "audio/wav; name=\"message.wav\"");
        return new MimeMultipart(text, attached);
    }

    private Properties properties() {
        Properties all = new Properties();
        all.put("mail.transport.protocol.rfc822", "smtp");
        all.put("mail.smtp.host", server.host());
        all.put("mail.smtp.port", "" + server.port());
        all.put("mail.smtp.connectiontimeout", MILLIS);
        all.put("mail.smtp.timeout", MILLIS);
        all.put("mail.smtp.writetimeout", MILLIS);
        all.put("mail.smtp.auth", "" + (server.user() != null));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case NONE -> all.put("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                all.put("mail.smtp.starttls.enable", "true");
                all.put(
                        "mail.smtp.starttls.required",
                        "true"); // never in the clear because somebody in between says so
            }
            case TLS -> all.put("mail.smtp.ssl.enable", "true");
        }
        return all;
    }

    private @Nullable Authenticator authenticator() {
        String user = server.user();
        if (user == null) {
            return null;
        }
        String password = server.password() instanceof Secret.Plain plain ? plain.text() : "";
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }
}
