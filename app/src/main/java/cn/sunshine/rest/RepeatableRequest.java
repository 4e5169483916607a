package cn.sunshine.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A request whose body has been read once, to compare it, and can be read again. */
final class RepeatableRequest extends HttpServletRequestWrapper {

  private final byte[] body;

  private RepeatableRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** Reads the request; empty when its body is too large. */
  static Optional<RepeatableRequest> read(HttpServletRequest request, int largest)
      throws IOException, ServletException {
    byte[] body;
    try {
      body =
          isMultipart(request) ? parts(request) : request.getInputStream().readNBytes(largest + 1);
    } catch (IllegalStateException partTooLarge) {
      return Optional.empty();
    }
    return Optional.of(body)
        .filter(bytes -> bytes.length <= largest)
        .map(bytes -> new RepeatableRequest(request, bytes));
  }

  static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /**
   * The parts of an upload. The container keeps them for the controller, which would find nothing
   * if the bytes of the request were read here; their separator differs from one sending to the
   * next and does not count.
   */
  private static byte[] parts(HttpServletRequest request) throws IOException, ServletException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (Part part : request.getParts()) {
      String name = part.getName() + "\0" + part.getSubmittedFileName() + "\0" + part.getSize();
      content.write(name.getBytes(StandardCharsets.UTF_8));
      try (InputStream bytes = part.getInputStream()) {
        bytes.transferTo(content);
      }
    }
    return content.toByteArray();
  }

  /** What makes two requests the same: path and body. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(getRequestURI().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return bytes.read(target, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the body is already here");
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }
}
