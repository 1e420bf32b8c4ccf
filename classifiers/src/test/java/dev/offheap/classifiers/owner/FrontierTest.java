package dev.offheap.classifiers.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static List<Integer> nextLevel(Frontier frontier) {
        List<Integer> visited = new ArrayList<>();
        frontier.visitNext(visited::add);
        return visited;
    }

    @Test
    void aNarrowLevelIsVisitedInTheOrderInWhichItWasFound() {
        Frontier frontier = new Frontier(1000);
        List.of(7, 3, 999, 0).forEach(frontier::add);

        assertEquals(List.of(7, 3, 999, 0), nextLevel(frontier));
        assertTrue(frontier.isEmpty());
    }

    @Test
    void aWideLevelIsVisitedInTheOrderOfAddresses() {
        List<Integer> objects = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        Collections.shuffle(objects, new Random(1));
        Frontier frontier = new Frontier(1000);
        objects.forEach(frontier::add);

        assertEquals(IntStream.range(0, 1000).boxed().toList(), nextLevel(frontier));
        assertTrue(frontier.isEmpty());
    }

    @Test
    void whatIsAddedWhileALevelIsVisitedMakesTheNextOne() {
        Frontier frontier = new Frontier(100_000);
        IntStream.range(0, 50_000).forEach(frontier::add);
        frontier.visitNext(object -> frontier.add(object + 50_000));

        assertFalse(frontier.isEmpty());
        assertEquals(IntStream.range(50_000, 100_000).boxed().toList(), nextLevel(frontier));
        frontier.add(5);
        assertEquals(List.of(5), nextLevel(frontier), "nothing is left of a wide level");
        assertTrue(frontier.isEmpty());
    }
}
