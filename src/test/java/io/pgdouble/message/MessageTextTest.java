package io.pgdouble.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines expected here are those of libpq's own traces (libpq_pipeline/traces). */
class MessageTextTest {
  @Test
  void lines_have_the_columns_of_libpqs_trace() {
    assertThat(MessageText.frontend(new Query("BEGIN"), TextForm.REGRESS))
        .isEqualTo("F\t10\tQuery\t \"BEGIN\"");
    assertThat(MessageText.backend(new CommandComplete("BEGIN"), TextForm.REGRESS))
        .isEqualTo("B\t10\tCommandComplete\t \"BEGIN\"");
    assertThat(MessageText.backend(ReadyForQuery.IN_TRANSACTION, TextForm.REGRESS))
        .isEqualTo("B\t5\tReadyForQuery\t T");
    assertThat(MessageText.backend(BindComplete.INSTANCE, TextForm.REGRESS))
        .isEqualTo("B\t4\tBindComplete");
  }

  @Test
  void what_differs_from_server_to_server_is_left_out_in_regress_mode() {
    Parse parse = new Parse("", "SELECT $1", new int[] {23});
    assertThat(MessageText.frontend(parse, TextForm.REGRESS))
        .isEqualTo("F\t21\tParse\t \"\" \"SELECT $1\" 1 NNNN");
    assertThat(MessageText.frontend(parse, TextForm.FULL))
        .isEqualTo("F\t21\tParse\t \"\" \"SELECT $1\" 1 23");
    RowDescription row =
        new RowDescription(
            List.of(
                new RowDescription.Column("?column?", 0, (short) 0, 23, (short) 4, -1, (short) 0)));
    assertThat(MessageText.backend(row, TextForm.REGRESS))
        .isEqualTo("B\t33\tRowDescription\t 1 \"?column?\" NNNN 0 NNNN 4 -1 0");
  }

  @Test
  void values_follow_their_length_and_unprintable_bytes_are_hexadecimal() {
    byte[][] values = {"1".getBytes(java.nio.charset.StandardCharsets.UTF_8), null, {0, 'a'}};
    Bind bind = new Bind("", "", new short[0], values, new short[] {0});
    assertThat(MessageText.frontend(bind, TextForm.FULL))
        .isEqualTo("F\t29\tBind\t \"\" \"\" 0 3 1 '1' -1 2 '\\x00a' 1 0");
  }

  @Test
  void a_reports_length_and_place_are_left_out_in_regress_mode() {
    ErrorResponse error =
        new ErrorResponse(
            List.of(
                new ReportField('S', "ERROR"),
                new ReportField('C', "22012"),
                new ReportField('M', "division by zero"),
                new ReportField('L', "843")));
    assertThat(MessageText.backend(error, TextForm.REGRESS))
        .isEqualTo(
            "B\tNN\tErrorResponse\t S \"ERROR\" C \"22012\" M \"division by zero\""
                + " L \"SSSS\" \\x00");
  }

  @Test
  void a_report_carries_its_fields_in_the_order_of_the_server() {
    ErrorReport report =
        ErrorReport.error(SqlState.UNDEFINED_COLUMN, "m").withPosition(3).withHint("h");
    assertThat(ErrorResponse.of(report).fields().stream().map(ReportField::type))
        .containsExactly('S', 'V', 'C', 'M', 'H', 'P');
  }

  @Test
  void replication_payloads_travel_in_copy_data() {
    ReplicationPayload keepalive = new PrimaryKeepalive(1, 2, (byte) 1);
    ReplicationPayload data = new XLogData(1, 2, 3, new byte[] {4, 5});
    ReplicationPayload status = new StandbyStatusUpdate(1, 2, 3, 4, (byte) 0);
    ReplicationPayload feedback = new HotStandbyFeedback(1, 2, 3, 4, 5);
    for (ReplicationPayload payload : List.of(keepalive, data, status, feedback)) {
      assertThat(ReplicationPayload.of(payload.toCopyData())).isEqualTo(payload);
    }
    assertThat(keepalive.toCopyData().data()).hasSize(18);
    assertThat(status.toCopyData().data()).hasSize(34);
    assertThat(feedback.toCopyData().data()).hasSize(25);
  }

  @Test
  void answers_to_authentication_requests_travel_in_one_message() {
    SASLInitialResponse first = new SASLInitialResponse("SCRAM-SHA-256", "n,,".getBytes(US_ASCII));
    assertThat(first).hasToString("SASLInitialResponse \"SCRAM-SHA-256\" 3 'n,,'");
    assertThat(MessageText.frontend(first.toPasswordMessage(), TextForm.FULL))
        .isEqualTo("F\t25\tPasswordMessage\t 'SCRAM-SHA-256\\x00\\x00\\x00\\x00\\x03n,,'");
    assertThat(MessageJson.write(new SASLInitialResponse("PLAIN", null)))
        .isEqualTo("{\"is\":\"SASLInitialResponse\",\"mechanism\":\"PLAIN\",\"response\":null}");
  }
}
