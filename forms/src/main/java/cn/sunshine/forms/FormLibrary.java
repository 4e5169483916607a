package cn.sunshine.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms of all policy packs: {@code packs/<pack>/<form id>.form} on the classpath. A pack's own
 * form goes before the shared one.
 *
 * <p>The files are named in {@code packs/forms.index}, because a jar cannot be listed reliably. All
 * of them are read and checked at once, so that a bad form stops the start and not a citizen.
 */
public final class FormLibrary {

  /** The pack whose forms all packs may use. */
  public static final String SHARED = "shared";

  private static final String ROOT = "/packs/";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, Form> forms;
  private final Map<String, Form> released = new ConcurrentHashMap<>();
  private final Clock clock;

  /**
   * Reads all forms.
   *
   * @throws InvalidFormException when one of them cannot be used
   */
  public FormLibrary(Clock clock) {
    this.clock = clock;
    Map<String, ObjectNode> files =
        index().stream().collect(Collectors.toMap(key -> key, FormLibrary::json));
    this.forms =
        files.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, key -> form(key, files, clock)));
  }

  /** The form that was released for the pack, else the pack's, else the shared one. */
  public Optional<Form> find(String pack, String formId) {
    return Optional.ofNullable(released.get(pack + "/" + formId)).or(() -> shipped(pack, formId));
  }

  /** The form that the pack is shipped with, else the shared one. */
  public Optional<Form> shipped(String pack, String formId) {
    return firstIn(forms, pack, formId);
  }

  /**
   * Reads a form that somebody wrote.
   *
   * @throws InvalidFormException when it cannot be used, with what is wrong in Chinese
   */
  public Form read(String formId, String json) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return Form.of(formId, object, clock);
      }
      throw new InvalidFormException("表单 " + formId + "：不是 JSON 对象");
    } catch (JacksonException notJson) {
      throw new InvalidFormException("表单 " + formId + "：不是 JSON", notJson);
    }
  }

  /** Puts a form in the place of the one that a pack uses by its id, from now on. */
  public void release(String pack, Form form) {
    released.put(pack + "/" + form.id(), form);
  }

  /** The ids of the forms that a pack can use: its own and the shared ones. */
  public Set<String> ids(String pack) {
    return forms.keySet().stream()
        .filter(key -> key.startsWith(pack + "/") || key.startsWith(SHARED + "/"))
        .map(key -> key.substring(key.indexOf('/') + 1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every form as {@code <pack>/<form id>}, as the index names it. */
  static List<String> index() {
    return new String(bytes("forms.index"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Form form(String key, Map<String, ObjectNode> files, Clock clock) {
    String pack = key.substring(0, key.indexOf('/'));
    String id = key.substring(key.indexOf('/') + 1);
    return Form.of(id, withFieldsOfBase(pack, files.get(key), files), clock);
  }

  /**
   * A form that says {@code sameFieldsAs} has the questions and checks of another, and its own id
   * and outcomes.
   */
  private static ObjectNode withFieldsOfBase(
      String pack, ObjectNode form, Map<String, ObjectNode> files) {
    String base = form.path("sunshine").path("sameFieldsAs").asString("");
    if (base.isEmpty()) {
      return form;
    }
    ObjectNode result =
        firstIn(files, pack, base)
            .orElseThrow(
                () -> new InvalidFormException("表单 " + form.path("id") + "：找不到表单“" + base + "”"))
            .deepCopy();
    result.set("id", form.path("id"));
    ((ObjectNode) result.get("sunshine")).set("outcomes", form.path("sunshine").path("outcomes"));
    return result;
  }

  private static <T> Optional<T> firstIn(Map<String, T> byKey, String pack, String id) {
    return Stream.of(pack, SHARED)
        .map(owner -> byKey.get(owner + "/" + id))
        .filter(found -> found != null)
        .findFirst();
  }

  private static ObjectNode json(String key) {
    try {
      JsonNode json = MAPPER.readTree(bytes(key + ".form"));
      if (json instanceof ObjectNode object) {
        return object;
      }
      throw new InvalidFormException("表单 " + key + "：不是 JSON 对象");
    } catch (JacksonException notJson) {
      throw new InvalidFormException("表单 " + key + "：不是 JSON", notJson);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = FormLibrary.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new InvalidFormException("找不到 packs/" + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
