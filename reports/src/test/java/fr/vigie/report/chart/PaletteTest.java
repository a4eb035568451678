package fr.vigie.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void contrastIsTheOneOfTheGuidelines() {
        assertEquals(21, Palette.BLACK.contrast(Palette.WHITE), 1e-9);
        assertEquals(1, Palette.ACCENT.contrast(Palette.ACCENT), 1e-9);
        // #767676 on white is the well-known lightest grey for text.
        assertEquals(4.54, Colour.of("#767676").contrast(Palette.WHITE), 0.005);
    }

    @Test
    void textCanBeRead() {
        for (var ground : List.of(Palette.PAPER, Palette.TINT)) {
            for (var text : List.of(Palette.INK, Palette.MUTED, Palette.ACCENT, Palette.WARNING)) {
                assertTrue(text.contrast(ground) >= 4.5, text.hex() + " on " + ground.hex());
            }
        }
    }

    @Test
    void shapesThatCarryMeaningCanBeSeen() {
        for (var shape : List.of(Palette.ACCENT, Palette.CONTEXT, Palette.BAND_EDGE, Palette.INK)) {
            assertTrue(shape.contrast(Palette.PAPER) >= 3, shape.hex());
        }
    }

    @Test
    void valuesCanBeReadOnEveryColourOfTheScales() {
        for (var scale : List.of(Palette.CIVIDIS, Palette.CIVIDIS_REVERSED, Palette.ORANGE_TO_PURPLE)) {
            for (var k = 0; k <= 100; k++) {
                var fill = scale.at(k / 100.0);
                assertTrue(fill.ink().contrast(fill) >= 4.5, fill.hex());
            }
        }
    }

    /** So that the order survives without colour: on grey paper and for every kind of colour vision. */
    @Test
    void cividisBecomesLighterAllTheWay() {
        for (var k = 1; k <= 100; k++) {
            var darker = Palette.CIVIDIS.at((k - 1) / 100.0);
            var lighter = Palette.CIVIDIS.at(k / 100.0);
            assertTrue(lighter.contrast(Palette.BLACK) >= darker.contrast(Palette.BLACK), "at " + k);
        }
    }

    @Test
    void aScaleEndsWhereItSays() {
        assertEquals(Colour.of("#00204d"), Palette.CIVIDIS.at(0));
        assertEquals(Colour.of("#ffea46"), Palette.CIVIDIS.at(1));
        assertEquals(Colour.of("#ffea46"), Palette.CIVIDIS.at(7));
    }
}
