package scenariorca.alerts;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/**
 * Sends plain-text e-mail by SMTP. Its Message-ID is the same on each try, so that mailboxes can tell a repetition; later
 * messages of a turn answer the first.
 */
final class MailDelivery implements Delivery {
    private static final String PATIENCE_MILLIS = "15000";

    private final AlertTarget.Mail target;
    private final String source;
    private final Session session;

    MailDelivery(AlertTarget.Mail target, String source) {
        this.target = target;
        this.source = source;
        this.session = Session.getInstance(properties(target.server()));
    }

    @Override
    public Outcome deliver(Outgoing outgoing) {
        String id = messageId(outgoing.id());
        try {
            MimeMessage mail = mail(outgoing, id);
            AlertTarget.Mail.Server server = target.server();
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(server.host(), server.port(), server.user(), server.password());
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return new Outcome.Delivered(id);
        } catch (SendFailedException e) {
            return new Outcome.Failed("the mail server does not take it: " + firstLine(e), Duration.ZERO);
        } catch (AuthenticationFailedException e) {
            return new Outcome.Failed(target.server() + " refuses user and password", Duration.ZERO);
        } catch (MessagingException e) {
            return new Outcome.Failed(target.server() + ": " + firstLine(e), Duration.ZERO);
        }
    }

    private MimeMessage mail(Outgoing outgoing, String id) throws MessagingException {
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        AlertMessage message = outgoing.message();
        mail.setFrom(new InternetAddress(target.from()));
        for (String address : target.to()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        mail.setSubject("[Scenario RCA] " + message.title(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(new Date());
        // says that no person wrote it, so that nobody's absence answers
        mail.setHeader("Auto-Submitted", "auto-generated");
        String first = outgoing.reference();
        if (first != null) {
            mail.setHeader("In-Reply-To", first);
            mail.setHeader("References", first);
        }
        mail.saveChanges();
        return mail;
    }

    private String messageId(String id) {
        UUID name = UUID.nameUUIDFromBytes((source + "/" + target.place() + "/" + id).getBytes(StandardCharsets.UTF_8));
        String domain = target.from().substring(target.from().indexOf('@') + 1);
        return "<" + name + "@" + domain + ">";
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static Properties properties(AlertTarget.Mail.Server server) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.protection()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> {}
        }
        return properties;
    }
}
