package cn.sunshine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.process.test.api.RecordStreamSource;
import io.camunda.zeebe.protocol.record.Record;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine's list of records is not made for two threads, and the log is read all the same. */
class EngineLogTest {

  @Test
  void aListThatIsCaughtWhileItGrowsIsReadAgain() {
    assertThat(new EngineLog(halfWritten(3)).news()).isEmpty();
  }

  @Test
  void aListThatCanNeverBeReadIsAFault() {
    EngineLog log = new EngineLog(halfWritten(Integer.MAX_VALUE));

    assertThatThrownBy(log::news).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static RecordStreamSource halfWritten(int times) {
    return new RecordStreamSource() {
      private int looks;

      @Override
      public Iterable<Record<?>> getRecords() {
        if (looks++ < times) {
          throw new IndexOutOfBoundsException();
        }
        return List.of();
      }
    };
  }
}
