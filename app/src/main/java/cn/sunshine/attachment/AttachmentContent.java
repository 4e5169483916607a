package cn.sunshine.attachment;

/** An attachment with what is in it. */
public record AttachmentContent(Attachment attachment, byte[] bytes) {}
