package cn.sunshine.processes;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at XML from a stranger before anything else reads it: no document type, nothing from
 * outside, not too large, not too deep.
 */
final class SafeXml {

  private static final int LARGEST = 1_000_000;
  private static final int DEEPEST = 50;
  private static final int MOST_ELEMENTS = 20_000;

  private SafeXml() {}

  static List<ModelFault> check(byte[] xml) {
    if (xml.length > LARGEST) {
      return fault("文件太大（超过 1 MB），请拆成几个流程，用“调用流程”连接。");
    }
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      int depth = 0;
      int elements = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
            return fault("文件里不能有 DOCTYPE 或实体声明，请删去。");
          }
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST || ++elements > MOST_ELEMENTS) {
              return fault("文件的层次太深或者元素太多，不能打开。");
            }
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          default -> {
            // Text and comments are bounded by the size of the file.
          }
        }
      }
      return List.of();
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
      return fault("不是完整的 XML，第 %d 行附近有错误。".formatted(Math.max(line, 1)));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static List<ModelFault> fault(String message) {
    return List.of(ModelFault.error("", message));
  }
}
