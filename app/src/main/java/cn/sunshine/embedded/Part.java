package cn.sunshine.embedded;

/** The three parts of a running Sunshine. */
public enum Part {
  APP("应用", "the application"),
  DATABASE("PostgreSQL", "PostgreSQL"),
  BROKER("Zeebe", "Zeebe");

  private final String chinese;
  private final String english;

  Part(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }
}
