package fr.vigie.jobs.spark;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Spark encoders for Java records.
 *
 * <p>Spark has none: {@code Encoders.bean} of a record silently gives an empty struct. This class builds the product
 * encoder of Scala's case classes from the record's components; a component of a type that it does not know fails at
 * once. It is the only place that touches Spark's internal encoder package.
 */
public final class RecordEncoder {
    private RecordEncoder() {}

    /**
     * The encoder of a record whose components are primitives, their boxes, strings, byte arrays, instants, dates,
     * records or lists of these.
     *
     * @throws IllegalArgumentException when a component has any other type
     */
    @SuppressWarnings("unchecked")
    public static <R> Encoder<R> of(Class<R> record) {
        return (Encoder<R>) product(record, Map.of());
    }

    /**
     * The encoder of a record one of whose components is declared as {@link Record} and holds rows of a known type.
     *
     * @param component that component's name
     * @param type what it holds
     */
    @SuppressWarnings("unchecked")
    public static <R> Encoder<R> of(Class<R> record, String component, Class<? extends Record> type) {
        return (Encoder<R>) product(record, Map.of(component, type));
    }

    private static AgnosticEncoder<?> product(Class<?> record, Map<String, Class<? extends Record>> known) {
        var components = record.getRecordComponents();
        if (components == null || components.length == 0) {
            throw new IllegalArgumentException(
                    record.getName() + " is not a record with components: it has no encoder.");
        }
        var fields = new ArrayList<AgnosticEncoders.EncoderField>();
        for (RecordComponent component : components) {
            fields.add(new AgnosticEncoders.EncoderField(
                    component.getName(),
                    encoder(
                            known.containsKey(component.getName())
                                    ? known.get(component.getName())
                                    : component.getGenericType(),
                            record.getSimpleName() + "." + component.getName()),
                    !component.getType().isPrimitive(),
                    Metadata.empty(),
                    Option.empty(),
                    Option.empty()));
        }
        return new AgnosticEncoders.ProductEncoder<>(
                ClassTag$.MODULE$.apply(record),
                CollectionConverters.asScala(fields).toSeq(),
                Option.empty());
    }

    private static AgnosticEncoder<?> encoder(Type type, String where) {
        if (type == int.class) return AgnosticEncoders.PrimitiveIntEncoder$.MODULE$;
        if (type == long.class) return AgnosticEncoders.PrimitiveLongEncoder$.MODULE$;
        if (type == double.class) return AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$;
        if (type == boolean.class) return AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$;
        if (type == Integer.class) return AgnosticEncoders.BoxedIntEncoder$.MODULE$;
        if (type == Long.class) return AgnosticEncoders.BoxedLongEncoder$.MODULE$;
        if (type == Double.class) return AgnosticEncoders.BoxedDoubleEncoder$.MODULE$;
        if (type == Boolean.class) return AgnosticEncoders.BoxedBooleanEncoder$.MODULE$;
        if (type == String.class) return AgnosticEncoders.StringEncoder$.MODULE$;
        if (type == byte[].class) return AgnosticEncoders.BinaryEncoder$.MODULE$;
        if (type == Instant.class) return new AgnosticEncoders.InstantEncoder(false);
        if (type == LocalDate.class) return new AgnosticEncoders.LocalDateEncoder(false);
        if (type instanceof Class<?> other && other.isRecord()) return product(other, Map.of());
        if (type instanceof Class<?> other && other.isEnum()) return javaEnum(other);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var element = encoder(list.getActualTypeArguments()[0], where + " elements");
            return new AgnosticEncoders.IterableEncoder<>(ClassTag$.MODULE$.apply(List.class), element, true, false);
        }
        throw new IllegalArgumentException("%s has the type %s, which has no encoder.\nMaybe use one of %s."
                .formatted(where, type.getTypeName(), Arrays.asList("String", "Instant", "a record", "a List")));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static AgnosticEncoder<?> javaEnum(Class<?> type) {
        return new AgnosticEncoders.JavaEnumEncoder(ClassTag$.MODULE$.apply(type));
    }
}
