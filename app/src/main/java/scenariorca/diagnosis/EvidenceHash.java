package scenariorca.diagnosis;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import scenariorca.diagnosis.evidence.RunEvidence;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The fingerprint of evidence: SHA-256 of its JSON with keys in order, so that a verdict can be proven from it. */
final class EvidenceHash {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private EvidenceHash() {}

    static String of(RunEvidence evidence) {
        MessageDigest digest = sha256();
        MAPPER.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), evidence);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-256", impossible);
        }
    }
}
