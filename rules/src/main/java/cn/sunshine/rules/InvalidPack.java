package cn.sunshine.rules;

import java.util.List;

/**
 * A pack cannot be used. The message lists everything that is wrong with it, in Chinese, with the
 * place.
 */
public final class InvalidPack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPack(String pack, List<String> problems) {
    super("政策包 %s 有误：%s".formatted(pack, String.join("；", problems)));
  }
}
