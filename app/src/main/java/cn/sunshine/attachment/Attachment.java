package cn.sunshine.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo or a scan on a case.
 *
 * @param purpose what it proves, such as {@code survey-report}; empty for any other paper
 * @param name the cleaned file name, with the ending of its true type
 * @param mediaType {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 * @param uploadedBy the account
 * @param uploadedByName the person's name as shown then
 */
public record Attachment(
    UUID id,
    String caseId,
    String purpose,
    String name,
    String mediaType,
    int size,
    String sha256,
    String uploadedBy,
    String uploadedByName,
    Instant uploadedAt) {}
