package cn.sunshine.bidding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens bids. Each bid has its own AES-256-GCM key, wrapped with the tender's RSA key;
 * the tender's private key is locked with a key that exists only as two halves.
 */
final class BidSeal {

  private static final int KEY_BITS = 3072;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private BidSeal() {}

  /**
   * The keys of one tender.
   *
   * @param publicKey seals
   * @param lockedKey the private key, readable only with both halves
   */
  record Keys(byte[] publicKey, byte[] lockedKey, byte[] firstHalf, byte[] secondHalf) {}

  static Keys newKeys(String tender) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS, RANDOM);
      KeyPair pair = generator.generateKeyPair();
      byte[] first = random(KEY_BYTES);
      byte[] second = random(KEY_BYTES);
      return new Keys(
          pair.getPublic().getEncoded(),
          encrypt(joined(first, second), pair.getPrivate().getEncoded(), tender),
          first,
          second);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has RSA and AES", e);
    }
  }

  /** Seals a bid so that only the tender's private key opens it. */
  static byte[] seal(byte[] publicKey, String content, String tender) {
    try {
      byte[] key = random(KEY_BYTES);
      Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
      wrap.init(
          Cipher.ENCRYPT_MODE,
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey)),
          oaep());
      byte[] wrapped = wrap.doFinal(key);
      byte[] body = encrypt(key, content.getBytes(StandardCharsets.UTF_8), tender);
      return ByteBuffer.allocate(Integer.BYTES + wrapped.length + body.length)
          .putInt(wrapped.length)
          .put(wrapped)
          .put(body)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the tender's key does not seal", e);
    }
  }

  /** The tender's private key, from its two halves. */
  static PrivateKey unlock(byte[] lockedKey, byte[] firstHalf, byte[] secondHalf, String tender) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new PKCS8EncodedKeySpec(decrypt(joined(firstHalf, secondHalf), lockedKey, tender)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the halves of the key of " + tender + " do not fit", e);
    }
  }

  static String open(PrivateKey privateKey, byte[] sealed, String tender) {
    try {
      ByteBuffer parts = ByteBuffer.wrap(sealed);
      byte[] wrapped = new byte[parts.getInt()];
      parts.get(wrapped);
      byte[] body = new byte[parts.remaining()];
      parts.get(body);
      Cipher unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
      unwrap.init(Cipher.DECRYPT_MODE, privateKey, oaep());
      return new String(decrypt(unwrap.doFinal(wrapped), body, tender), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a bid of " + tender + " does not open", e);
    }
  }

  private static byte[] encrypt(byte[] key, byte[] plain, String tender)
      throws GeneralSecurityException {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, tender).doFinal(plain);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  private static byte[] decrypt(byte[] key, byte[] sealed, String tender)
      throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, tender)
        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String tender)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(tender.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static OAEPParameterSpec oaep() {
    return new OAEPParameterSpec(
        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] key = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      key[i] = (byte) (first[i] ^ second[i]);
    }
    return key;
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
