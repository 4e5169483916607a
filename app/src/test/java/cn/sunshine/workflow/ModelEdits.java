package cn.sunshine.workflow;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Changes a model as somebody does in the editor: takes steps out, leads a line elsewhere. */
final class ModelEdits {

  private static final Set<String> REFERENCES = Set.of("flowNodeRef", "incoming", "outgoing");

  private ModelEdits() {}

  /** The model without these elements, the lines at them and their places in the drawing. */
  static String without(String xml, Set<String> elements) throws Exception {
    Document model = parse(xml);
    Set<String> gone = new HashSet<>(elements);
    for (Element element : all(model, one -> elements.contains(one.getAttribute("id")))) {
      descendants(element).forEach(one -> gone.add(one.getAttribute("id")));
    }
    gone.remove("");
    for (Element flow :
        all(
            model,
            one ->
                gone.contains(one.getAttribute("sourceRef"))
                    || gone.contains(one.getAttribute("targetRef")))) {
      gone.add(flow.getAttribute("id"));
    }
    all(
            model,
            one ->
                gone.contains(one.getAttribute("id"))
                    || gone.contains(one.getAttribute("bpmnElement"))
                    || REFERENCES.contains(one.getLocalName())
                        && gone.contains(one.getTextContent().strip()))
        .forEach(one -> one.getParentNode().removeChild(one));
    return text(model);
  }

  /** The model with a line that leads to another step. */
  static String leading(String xml, String flow, String target) throws Exception {
    Document model = parse(xml);
    Element line = all(model, one -> one.getAttribute("id").equals(flow)).getFirst();
    line.setAttribute("targetRef", target);
    all(
            model,
            one ->
                "incoming".equals(one.getLocalName()) && one.getTextContent().strip().equals(flow))
        .forEach(one -> one.getParentNode().removeChild(one));
    Element step = all(model, one -> one.getAttribute("id").equals(target)).getFirst();
    Element incoming =
        descendants(step).stream()
            .filter(one -> "incoming".equals(one.getLocalName()))
            .findFirst()
            .orElseThrow();
    Element another = (Element) incoming.cloneNode(false);
    another.setTextContent(flow);
    step.insertBefore(another, incoming);
    return text(model);
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Document model, Predicate<Element> which) {
    return descendants(model.getDocumentElement()).stream().filter(which).toList();
  }

  private static List<Element> descendants(Element element) {
    NodeList nodes = element.getElementsByTagName("*");
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static String text(Document model) throws Exception {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
    StringWriter writer = new StringWriter();
    transformer.transform(new DOMSource(model), new StreamResult(writer));
    return writer.toString();
  }
}
