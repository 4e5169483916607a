package cn.sunshine.trialrun;

import java.util.Optional;

/**
 * Which changed households are wanted.
 *
 * @param region code of a region whose subtree is meant
 */
public record ChangeFilter(Optional<String> region, Optional<ChangeKind> kind) {

  public static final ChangeFilter ALL = new ChangeFilter(Optional.empty(), Optional.empty());
}
