package fr.vigie.jobs.format;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** How the values of one Parquet column become text. */
enum ParquetText {
    STRING {
        @Override
        @Nullable
        String text(ColumnReader reader) throws BadValue {
            var bytes = reader.getBinary().getBytesUnsafe();
            var text = DelimitedText.decode(bytes, 0, bytes.length, StandardCharsets.UTF_8)
                    .strip();
            return text.isEmpty() ? null : text;
        }
    },

    INTEGER {
        @Override
        String text(ColumnReader reader) {
            return Integer.toString(reader.getInteger());
        }
    },

    LONG {
        @Override
        String text(ColumnReader reader) {
            return Long.toString(reader.getLong());
        }
    },

    FLOAT {
        @Override
        String text(ColumnReader reader) {
            return Float.toString(reader.getFloat());
        }
    },

    DOUBLE {
        @Override
        String text(ColumnReader reader) {
            return Double.toString(reader.getDouble());
        }
    },

    BOOLEAN {
        @Override
        String text(ColumnReader reader) {
            return Boolean.toString(reader.getBoolean());
        }
    },

    DATE {
        @Override
        String text(ColumnReader reader) {
            return LocalDate.ofEpochDay(reader.getInteger()).toString();
        }
    },

    UTC_MILLIS {
        @Override
        String text(ColumnReader reader) {
            return instant(reader.getLong(), 1_000).toString();
        }
    },

    UTC_MICROS {
        @Override
        String text(ColumnReader reader) {
            return instant(reader.getLong(), 1_000_000).toString();
        }
    },

    UTC_NANOS {
        @Override
        String text(ColumnReader reader) {
            return instant(reader.getLong(), NANOS).toString();
        }
    },

    LOCAL_MILLIS {
        @Override
        String text(ColumnReader reader) {
            return local(instant(reader.getLong(), 1_000));
        }
    },

    LOCAL_MICROS {
        @Override
        String text(ColumnReader reader) {
            return local(instant(reader.getLong(), 1_000_000));
        }
    },

    LOCAL_NANOS {
        @Override
        String text(ColumnReader reader) {
            return local(instant(reader.getLong(), NANOS));
        }
    },

    /** What old writers make of timestamps: nanoseconds of the day and Julian day. */
    JULIAN {
        @Override
        String text(ColumnReader reader) {
            var bytes = reader.getBinary().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            long nanos = bytes.getLong();
            return LocalDate.EPOCH
                    .with(JulianFields.JULIAN_DAY, bytes.getInt())
                    .atStartOfDay(ZoneOffset.UTC)
                    .plusNanos(nanos)
                    .toInstant()
                    .toString();
        }
    };

    private static final long NANOS = 1_000_000_000L;

    /**
     * The text of the current value; null where it is empty.
     *
     * @throws BadValue when it is no text
     */
    abstract @Nullable String text(ColumnReader reader) throws BadValue;

    /**
     * How a column is written: text or a timestamp where its name is one of a time, else text, a number, a date or yes and
     * no.
     *
     * @throws BadFile when its type is of no use
     */
    static ParquetText of(Type field) {
        boolean isTime = field.getName().endsWith("_at");
        var found = field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED)
                ? of(field.asPrimitiveType().getPrimitiveTypeName(), field.getLogicalTypeAnnotation())
                : null;
        boolean fits = found == STRING || (found != null && isTime == (found.compareTo(UTC_MILLIS) >= 0));
        if (found == null || !fits) {
            throw new BadFile("has the column %s as '%s', which cannot be read (maybe write it as %s)"
                    .formatted(field.getName(), field, isTime ? "a timestamp or as text" : "text"));
        }
        return found;
    }

    private static @Nullable ParquetText of(PrimitiveTypeName type, @Nullable LogicalTypeAnnotation meaning) {
        return switch (type) {
            case BINARY -> meaning == null
                            || meaning instanceof StringLogicalTypeAnnotation
                            || meaning instanceof EnumLogicalTypeAnnotation
                    ? STRING
                    : null;
            case INT32 -> meaning instanceof DateLogicalTypeAnnotation ? DATE : isWhole(meaning) ? INTEGER : null;
            case INT64 -> meaning instanceof TimestampLogicalTypeAnnotation timestamp
                    ? timestamp(timestamp)
                    : isWhole(meaning) ? LONG : null;
            case INT96 -> JULIAN;
            case FLOAT -> meaning == null ? FLOAT : null;
            case DOUBLE -> meaning == null ? DOUBLE : null;
            case BOOLEAN -> BOOLEAN;
            case FIXED_LEN_BYTE_ARRAY -> null;
        };
    }

    private static boolean isWhole(@Nullable LogicalTypeAnnotation meaning) {
        return meaning == null || meaning instanceof IntLogicalTypeAnnotation;
    }

    private static ParquetText timestamp(TimestampLogicalTypeAnnotation timestamp) {
        boolean utc = timestamp.isAdjustedToUTC();
        return switch (timestamp.getUnit()) {
            case MILLIS -> utc ? UTC_MILLIS : LOCAL_MILLIS;
            case MICROS -> utc ? UTC_MICROS : LOCAL_MICROS;
            case NANOS -> utc ? UTC_NANOS : LOCAL_NANOS;
        };
    }

    private static Instant instant(long units, long perSecond) {
        return Instant.ofEpochSecond(
                Math.floorDiv(units, perSecond), Math.floorMod(units, perSecond) * (NANOS / perSecond));
    }

    /** Without an offset: the source's zone says which instant that is. */
    private static String local(Instant asIfUtc) {
        return LocalDateTime.ofInstant(asIfUtc, ZoneOffset.UTC).toString();
    }
}
