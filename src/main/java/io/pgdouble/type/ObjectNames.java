package io.pgdouble.type;

import java.util.Optional;

/**
 * The catalog as the object identifier types see it: names to OIDs and back. Manual: {@code
 * datatype-oid}. The texts handed in are not pure numbers and not {@code -}: those need no catalog.
 */
public interface ObjectNames {
  /** Knows nothing. */
  ObjectNames NONE =
      new ObjectNames() {
        @Override
        public long resolve(int typeOid, String text) {
          throw io.pgdouble.error.ErrorReport.notSimulated(
                  "names as input of type " + TypeName.format(typeOid))
              .toException();
        }

        @Override
        public ModifiedType type(String text) {
          throw io.pgdouble.error.ErrorReport.notSimulated("names of types as values")
              .toException();
        }

        @Override
        public Optional<String> name(int typeOid, long oid) {
          return Optional.empty();
        }
      };

  /**
   * The OID a text names, for one of the types {@code regclass}, {@code regtype}, …
   *
   * @throws io.pgdouble.error.ReportedError as the server reports an unknown name (42P01, 42704, …)
   */
  long resolve(int typeOid, String text);

  /** The type that a text names as a cast would, with its modifier. */
  ModifiedType type(String text);

  /** The text of an OID: quoted and qualified as needed; empty for one that names nothing. */
  Optional<String> name(int typeOid, long oid);
}
