package fr.vigie.jobs.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one session of the test run, with an empty lake in a temporary folder, to tests that ask for it. */
public final class SharedSpark implements ParameterResolver {
    private static final class Holder {
        static final SparkSession SESSION = start();

        private static SparkSession start() {
            try {
                Path warehouse = Files.createTempDirectory("vigie-test-lake");
                return Sessions.local("vigie-tests", Map.of("type", "hadoop", "warehouse", warehouse.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Holder.SESSION;
    }
}
