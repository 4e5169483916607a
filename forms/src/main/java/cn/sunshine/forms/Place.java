package cn.sunshine.forms;

/**
 * Where in the answers a check stands.
 *
 * @param path for programs, for example {@code members[1].name}
 * @param rows for people, the lists passed on the way, for example 家庭成员（不含户主）第 2 行·
 * @param label for people, the question, for example 姓名
 */
record Place(String path, String rows, String label) {

  static final Place ROOT = new Place("", "", "");

  Place field(String key, String fieldLabel) {
    return new Place(path.isEmpty() ? key : path + "." + key, rows, fieldLabel);
  }

  Place row(int index) {
    return new Place(path + "[" + index + "]", rows + label + "第 " + (index + 1) + " 行", "");
  }

  String sentence(String message) {
    String name = rows + (rows.isEmpty() || label.isEmpty() ? "" : "·") + label;
    return name.isEmpty() ? message : name + "：" + message;
  }
}
