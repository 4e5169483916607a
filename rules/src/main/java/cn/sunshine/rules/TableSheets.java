package cn.sunshine.rules;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Takes the tables out of a decision model as sheets of text, and puts changed sheets back. What a
 * sheet does not hold, such as the drawing, stays as it is.
 */
public final class TableSheets {
  private static final String NO_DTD = "http://apache.org/xml/features/disallow-doctype-decl";

  private TableSheets() {}

  /**
   * The tables of a model, in its order.
   *
   * @throws IllegalArgumentException when it is no decision model
   */
  public static List<TableSheet> of(String model) {
    return tables(parse(model)).stream().map(TableSheets::sheet).toList();
  }

  /**
   * The model with the rows of these sheets in its tables; tables without a sheet stay as they are.
   *
   * @throws IllegalArgumentException saying in Chinese which sheet does not fit its table
   */
  public static String with(String model, List<TableSheet> sheets) {
    Document document = parse(model);
    Set<String> ids = new HashSet<>();
    for (Element table : tables(document)) {
      sheets.stream()
          .filter(sheet -> sheet.decision().equals(decision(table).getAttribute("id")))
          .findFirst()
          .ifPresent(sheet -> replaceRows(table, sheet, ids));
    }
    return write(document);
  }

  private static TableSheet sheet(Element table) {
    Element decision = decision(table);
    return new TableSheet(
        decision.getAttribute("id"),
        decision.getAttribute("name"),
        children(table, "input").stream().map(TableSheets::head).toList(),
        children(table, "output").stream()
            .findFirst()
            .map(output -> output.getAttribute("label"))
            .orElse(""),
        children(table, "rule").stream().map(TableSheets::row).toList());
  }

  private static String head(Element input) {
    String label = input.getAttribute("label");
    return label.isBlank()
        ? children(input, "inputExpression").stream().findFirst().map(TableSheets::text).orElse("")
        : label;
  }

  private static TableSheet.Row row(Element rule) {
    return new TableSheet.Row(
        rule.getAttribute("id"),
        children(rule, "inputEntry").stream().map(TableSheets::text).toList(),
        children(rule, "outputEntry").stream().findFirst().map(TableSheets::text).orElse(""),
        children(rule, "description").stream()
            .findFirst()
            .map(node -> node.getTextContent().strip())
            .orElse(""));
  }

  private static void replaceRows(Element table, TableSheet sheet, Set<String> ids) {
    int columns = children(table, "input").size();
    List<Element> old = children(table, "rule");
    Node after = old.isEmpty() ? null : old.getLast().getNextSibling();
    List<Element> fresh = new ArrayList<>();
    for (int i = 0; i < sheet.rows().size(); i++) {
      TableSheet.Row row = sheet.rows().get(i);
      if (row.cells().size() != columns) {
        throw new IllegalArgumentException(
            "“%s”第 %d 行有 %d 个条件，应有 %d 个"
                .formatted(sheet.name(), i + 1, row.cells().size(), columns));
      }
      fresh.add(rule(table, sheet, row, old, ids));
    }
    old.forEach(table::removeChild);
    fresh.forEach(rule -> table.insertBefore(rule, after));
  }

  private static Element rule(
      Element table, TableSheet sheet, TableSheet.Row row, List<Element> old, Set<String> ids) {
    Optional<Element> before =
        old.stream()
            .filter(rule -> !row.id().isBlank() && rule.getAttribute("id").equals(row.id()))
            .findFirst();
    String id = before.map(rule -> row.id()).filter(ids::add).orElseGet(() -> newId(sheet, ids));
    Element rule = element(table, "rule");
    rule.setAttribute("id", id);
    if (!row.note().isBlank()) {
      Element note = element(table, "description");
      note.setTextContent(row.note());
      rule.appendChild(note);
    }
    IntStream.range(0, row.cells().size())
        .forEach(
            i ->
                rule.appendChild(
                    entry(
                        table,
                        "inputEntry",
                        entryId(before, "inputEntry", i, id),
                        row.cells().get(i))));
    rule.appendChild(
        entry(table, "outputEntry", entryId(before, "outputEntry", 0, id), row.answer()));
    return rule;
  }

  private static String entryId(Optional<Element> before, String kind, int index, String id) {
    return before
        .map(rule -> children(rule, kind))
        .filter(entries -> entries.size() > index)
        .map(entries -> entries.get(index).getAttribute("id"))
        .filter(known -> !known.isBlank() && before.get().getAttribute("id").equals(id))
        .orElse(id + "-" + kind + "-" + (index + 1));
  }

  private static String newId(TableSheet sheet, Set<String> ids) {
    int number = 1;
    while (!ids.add(sheet.decision() + "-new-" + number)) {
      number++;
    }
    return sheet.decision() + "-new-" + number;
  }

  private static Element entry(Element table, String kind, String id, String text) {
    Element entry = element(table, kind);
    entry.setAttribute("id", id);
    Element content = element(table, "text");
    content.setTextContent(text);
    entry.appendChild(content);
    return entry;
  }

  private static Element element(Element like, String name) {
    String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
    return like.getOwnerDocument().createElementNS(like.getNamespaceURI(), prefix + name);
  }

  private static Element decision(Element table) {
    return (Element) table.getParentNode();
  }

  private static List<Element> tables(Document document) {
    return children(document.getDocumentElement(), "decision").stream()
        .flatMap(decision -> children(decision, "decisionTable").stream())
        .toList();
  }

  private static String text(Element entry) {
    return children(entry, "text").stream()
        .findFirst()
        .map(node -> node.getTextContent().strip())
        .orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static Document parse(String model) {
    List<DmnModelCheck.Problem> problems = DmnModelCheck.problemsOf(model);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.getFirst().words());
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(NO_DTD, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(model)));
    } catch (Exception e) {
      throw new IllegalArgumentException("不是有效的决策模型", e);
    }
  }

  private static String write(Document document) {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (javax.xml.transform.TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
