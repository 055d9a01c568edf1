package ringdown.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digest authentication by MD5 with qop=auth (RFC 7616), as a telephone proves itself and as a provider checks. */
final class Digests {
    private Digests() {}

    /** The header that answers a 401 or 407. */
    static String answer(SipText refused, String method, String uri, String user, String secret) {
        boolean proxy = refused.status() == 407;
        String challenge = refused.all(proxy ? "Proxy-Authenticate" : "WWW-Authenticate").stream()
                .filter(line -> !line.contains("SHA-256"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no challenge by MD5 in " + refused));
        String realm = part(challenge, "realm");
        String nonce = part(challenge, "nonce");
        return (proxy ? "Proxy-" : "") + "Authorization: Digest username=\"" + user + "\", realm=\"" + realm
                + "\", nonce=\"" + nonce + "\", uri=\"" + uri + "\", response=\""
                + response(user, realm, secret, method, uri, nonce, "00000001", "c0ffee")
                + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c0ffee\"\r\n";
    }

    /** Whether that header of a request proves the secret. */
    static boolean proves(String header, String method, String secret) {
        String nc = SipText.found(header, "nc=([0-9a-f]+)");
        return part(header, "response")
                .equals(response(
                        part(header, "username"),
                        part(header, "realm"),
                        secret,
                        method,
                        part(header, "uri"),
                        part(header, "nonce"),
                        nc,
                        part(header, "cnonce")));
    }

    private static String response(
            String user, String realm, String secret, String method, String uri, String nonce, String nc, String mine) {
        String ha1 = md5(user + ":" + realm + ":" + secret);
        return md5(ha1 + ":" + nonce + ":" + nc + ":" + mine + ":auth:" + md5(method + ":" + uri));
    }

    private static String part(String header, String name) {
        return SipText.found(header, "(?:^|[ ,])" + name + "=\"([^\"]*)\"");
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
