package io.github.recsyseval.sample.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Examination and attraction (the position-based model of Craswell et al. 2008): an item is clicked when its place is looked at and the item
 * attracts. Place k is looked at with probability {@code k^-0.7}; variant B attracts 8 % more. A click leads to a conversion with
 * probability 0.14, minutes later. Every (list, item, kind) happens at most once.
 */
final class ClickModel {
    private static final double LIFT_OF_B = 1.08;
    private static final double CONVERSION_AFTER_CLICK = 0.14;
    private static final long LATEST_MS = 7_200_000;

    private final Catalogue catalogue;
    private final Die click;
    private final Die clickDelay;
    private final Die conversion;
    private final Die conversionDelay;
    private final Die basket;

    ClickModel(long seed, Catalogue catalogue) {
        this.catalogue = catalogue;
        click = new Die(seed, "click");
        clickDelay = new Die(seed, "click delay");
        conversion = new Die(seed, "conversion");
        conversionDelay = new Die(seed, "conversion delay");
        basket = new Die(seed, "basket");
    }

    List<Reaction> react(Visit visit) {
        double lift = visit.user().variant().equals("B") ? LIFT_OF_B : 1;
        List<Reaction> reactions = new ArrayList<>();
        for (int place = 0; place < visit.list().size(); place++) {
            int item = visit.list().get(place).item();
            double seen = StrictMath.pow(place + 1, -0.7);
            double attraction = visit.surface().attraction() * catalogue.quality(item) * lift;
            if (click.uniform(visit.number(), place) < seen * attraction) {
                addClick(visit, place, item, reactions);
            }
        }
        return reactions;
    }

    private void addClick(Visit visit, int place, int item, List<Reaction> reactions) {
        long number = visit.number();
        double delay = 900 * (place + 1) + clickDelay.logNormal(5_000, 0.9, number, place);
        long clickedMs = visit.atMs() + Math.min(LATEST_MS / 2, (long) delay);
        reactions.add(new Reaction(Catalogue.id(item), "click", clickedMs, 0));
        if (conversion.uniform(number, place) < CONVERSION_AFTER_CLICK) {
            double later = 20_000 + conversionDelay.logNormal(200_000, 0.9, number, place);
            long boughtMs = clickedMs + Math.min(LATEST_MS / 2, (long) later);
            reactions.add(new Reaction(Catalogue.id(item), "conversion", boughtMs, paid(item, number, place)));
        }
    }

    /** The price, for one to three pieces, with up to 10 % off. */
    private long paid(int item, long number, int place) {
        double place1 = basket.uniform(number, 2L * place);
        int pieces = place1 < 0.85 ? 1 : place1 < 0.96 ? 2 : 3;
        int percent = 100 - basket.below(11, number, 2L * place + 1);
        return catalogue.priceCents(item) * pieces * percent / 100;
    }
}
