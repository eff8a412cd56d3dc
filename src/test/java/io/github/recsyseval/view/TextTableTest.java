package io.github.recsyseval.view;

import static io.github.recsyseval.view.page.Table.number;
import static io.github.recsyseval.view.page.Table.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final Table KPIS = Table.of(
                    "KPIs", text("figure"), number("value"), number("n exposures (undeclared)"))
            .row(Text.of("ctr"), Text.of("31.60 %"), Text.of("500"))
            .row(Text.of("revenue, unit undeclared"), Text.of("2.07"), Text.of("500"))
            .table();

    @Test
    void asWideAsItIsWhereItFits() {
        assertThat(written(KPIS, 60)).isEqualTo("""
                        figure                      value  n exposures (undeclared)
                        ctr                       31.60 %                       500
                        revenue, unit undeclared     2.07                       500
                        """);
    }

    @Test
    void titlesOfNumbersAreBrokenFirst() {
        assertThat(written(KPIS, 59 - 12)).isEqualTo("""
                                                            n exposures
                        figure                      value  (undeclared)
                        ctr                       31.60 %           500
                        revenue, unit undeclared     2.07           500
                        """);
    }

    /** 17 columns are left for the figure: 40 without 7 and 12 for the numbers and 4 between them. */
    @Test
    void thenTextsAndWhatGoesOnIsIndented() {
        assertThat(written(KPIS, 40)).isEqualTo("""
                                                     n exposures
                        figure               value  (undeclared)
                        ctr                31.60 %           500
                        revenue, unit         2.07           500
                          undeclared
                        """);
    }

    /** 12 for undeclared with its indent, 7 and 12 for the numbers, 4 between them. */
    @Test
    void thenColumnsGoOnBelow() {
        assertThat(written(KPIS, 35)).doesNotContain("\n\n");
        assertThat(written(KPIS, 34)).isEqualTo("""
                        figure                      value
                        ctr                       31.60 %
                        revenue, unit undeclared     2.07

                                               n exposures
                        figure                (undeclared)
                        ctr                            500
                        revenue, unit                  500
                          undeclared
                        """);
    }

    /** 12 for undeclared with its indent, 12 for the number, 2 between them. */
    @Test
    void figuresAreNeverTakenApart() {
        assertThat(written(KPIS, 26)).isNotEmpty();
        assertThat(written(KPIS, 25)).isEmpty();
    }

    /** 8 for exposure and revenue_, 2 between the columns, 16 are left for the figure. */
    @Test
    void longNamesAreBrokenWhereTheirPartsEnd() {
        Table rates = Table.of("rates", text("figure"), number("revenue_per_exposure"))
                .row(Text.ofCode("exposure_join_rate"), Text.of("27.40 %"))
                .table();
        assertThat(written(rates, 26)).isEqualTo("""
                                          revenue_
                                              per_
                        figure            exposure
                        exposure_join_     27.40 %
                          rate
                        """);
    }

    /** 6 + 6 + 8 and 4 between them would fit into 28. */
    @Test
    void anIntervalStaysWithItsFigure() {
        Table moves = Table.of("moves", text("figure"), number("change"), number("relative"), number("95 % interval"))
                .row(Text.ofCode("ctr"), Text.of("+0.10"), Text.of("+1.25 %"), Text.of("-0.50 - 3.00"))
                .table();
        assertThat(written(moves, 32)).isEqualTo("""
                        figure  change
                        ctr      +0.10

                        figure  relative  95 % interval
                        ctr      +1.25 %   -0.50 - 3.00
                        """);
    }

    /** The first column would not tell which row goes on. */
    @Test
    void rowsOfTheSameNameDoNotGoOnBelow() {
        Table lines = Table.of("lines", text("input"), number("first"), number("second"))
                .row(Text.of("outcomes"), Text.of("1,000,000"), Text.of("2,000,000"))
                .row(Text.of("outcomes"), Text.of("3,000,000"), Text.of("4,000,000"))
                .table();
        assertThat(written(lines, 30)).isNotEmpty();
        assertThat(written(lines, 25)).isEmpty();
    }

    @Test
    void aTextOfManyLinesIsNoCell() {
        Table fixes = Table.of("fixes", text("finding"), text("fix"))
                .row(Text.of("J02"), Text.of("agree on one form of the id"))
                .table();
        assertThat(written(fixes, 21))
                .isEqualTo("finding  fix\nJ02      agree on one\n           form of\n           the id\n");
        assertThat(written(fixes, 18)).isEmpty();
    }

    @Test
    void blanksInNamesStay() {
        Table names = Table.of("slices", text("slice"), number("n"))
                .row(Text.of("surface=a  b "), Text.of("1"))
                .table();
        assertThat(written(names, 20)).isEqualTo("slice          n\nsurface=a  b   1\n");
    }

    private static String written(Table table, int width) {
        TextLines lines = new TextLines(width, false);
        boolean fits = new TextTable(table, lines).write(width);
        assertThat(fits).isEqualTo(!lines.toString().isEmpty());
        return lines.toString();
    }
}
