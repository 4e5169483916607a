package cn.sunshine.rules;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Where in the tables of a model a reader stands, as people count their rows and columns. */
final class DmnPlace {

  private static final Set<String> CELLS = Set.of("inputEntry", "outputEntry");

  private String decision = "";
  private String cell = "";
  private int row;
  private int column;

  void enter(XMLStreamReader reader) {
    String element = reader.getLocalName();
    if (element.equals("decision")) {
      decision = attribute(reader, "name");
      row = 0;
    } else if (element.equals("rule")) {
      row++;
      column = 0;
    } else if (CELLS.contains(element)) {
      column++;
      cell = attribute(reader, "id");
    }
  }

  void leave(XMLStreamReader reader) {
    if (CELLS.contains(reader.getLocalName())) {
      cell = "";
    }
  }

  /** The id of the cell; blank outside of cells. */
  String cell() {
    return cell;
  }

  /** In a table its row and column, elsewhere the line of the file. */
  String words(XMLStreamReader reader) {
    return cell.isEmpty()
        ? "文件第 %d 行".formatted(reader.getLocation().getLineNumber())
        : "%s，第 %d 行，第 %d 列".formatted(decision, row, column);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("");
  }
}
