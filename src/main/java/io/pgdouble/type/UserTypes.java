package io.pgdouble.type;

import java.util.Optional;

/** The types that a user made, as one version of the catalog has them. */
public interface UserTypes {
  /** There are none. */
  UserTypes NONE =
      new UserTypes() {
        @Override
        public Optional<TypeIo> io(int oid) {
          return Optional.empty();
        }

        @Override
        public Optional<EnumLabels> labels(int oid) {
          return Optional.empty();
        }

        @Override
        public void checkDomain(int oid, Object value) {
          throw io.pgdouble.error.ErrorReport.notSimulated("domains outside of sessions")
              .toException();
        }
      };

  /** How values of a type are read and written; empty where they are not simulated. */
  Optional<TypeIo> io(int oid);

  /** The labels of an enum type; empty for any other. */
  Optional<EnumLabels> labels(int oid);

  /**
   * That a label may be used: one that was added in a transaction has to be committed first.
   *
   * @throws io.pgdouble.error.ReportedError {@code 55P04} where it is not
   */
  default void checkLabel(int oid, EnumLabels.Label label) {}

  /**
   * That a value keeps the constraints of a domain.
   *
   * @param value null for SQL NULL
   * @throws io.pgdouble.error.ReportedError {@code 23502} or {@code 23514} where it does not
   */
  void checkDomain(int oid, Object value);

  /** The same of any type: one that is no domain has no constraints. */
  default void checkIfDomain(int oid, Object value) {
    if (io(oid).filter(DomainIo.class::isInstance).isPresent()) {
      checkDomain(oid, value);
    }
  }
}
