/// Words in which people compare a workshop's key, by telephone or on paper.
package enum KeyWords {
    /// A word for each value of a byte. They are in English in every language, so that two people see the same.
    package static let all = """
        acorn adder almanac almond anchor anvil apple apricot apron arrow aspen atlas autumn badger bagpipe \
        bakery balcony bamboo banjo barley barrel basket beacon beaver beetle bellows bicycle biscuit \
        blanket blossom bonfire bottle bracken bramble bridge bronze bucket buffalo butter button cabbage \
        cactus camel candle canvas carpet carrot castle cello chalk chapel cherry chess chimney cinema \
        circus clarinet clover cobalt coconut comet compass copper coral cottage cotton crayon cricket \
        crocus crystal cushion cypress daffodil daisy dancer desert diamond dolphin donkey dragon drawer \
        drum eagle easel echo elbow elder elephant ember emerald engine envelope falcon feather fennel ferry \
        fiddle flannel flute forest fossil fountain foxglove galaxy garden garlic garnet gazelle geyser \
        ginger giraffe glacier glove gorse granite grape gravel guitar hammer hammock hamster harbour \
        harvest hazel hedgehog helmet heron hillside honey horizon hornet icicle indigo insect island ivory \
        jacket jasmine jigsaw jungle juniper kettle keyboard kidney kingfisher kitchen kite ladle lagoon \
        lantern larch laurel lavender lemon leopard library lilac linen lizard lobster locket lupin magnet \
        magpie mahogany mango maple marble market meadow melon mermaid meteor midnight mirror mitten monsoon \
        moonlight mosaic mushroom mustard napkin nugget nutmeg oasis ocean octopus olive onion opal orchard \
        orchid ostrich otter oyster pagoda palace pansy panther papaya parsley pebble pelican pencil penguin \
        pepper piano picnic pigeon pillow planet plum pollen poplar postcard pottery pumpkin puppet puzzle \
        pyramid quarry quilt rabbit radish rainbow raven ribbon river robin rosemary saddle saffron salmon \
        sandal sapphire scarlet scissors shamrock shelter silver sparrow spider spinach squirrel teapot \
        thistle thunder tiger toffee tulip turnip umbrella valley velvet violin walnut
        """.split(separator: " ").map(String.init)

    /// The words of a digest: one for each of its first eight bytes.
    package static func words(of digest: some Sequence<UInt8>) -> String {
        digest.prefix(8).map { all[Int($0)] }.joined(separator: " ")
    }
}
