/** The shortcodes people use most, as Slack names them, each with its sign. One that isn't here stays `:as_typed:`. */
export const EMOJI = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 rolling_on_the_floor_laughing 🤣 joy 😂
slightly_smiling_face 🙂 upside_down_face 🙃 melting_face 🫠 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 star-struck 🤩
smiling_face_with_3_hearts 🥰 kissing_heart 😘 yum 😋 stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 zany_face 🤪
hugging_face 🤗 shushing_face 🤫 thinking_face 🤔 saluting_face 🫡 zipper_mouth_face 🤐 face_with_raised_eyebrow 🤨
neutral_face 😐 expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌
pensive 😔 sleepy 😪 sleeping 😴 mask 😷 face_with_thermometer 🤒 nauseated_face 🤢 sneezing_face 🤧 hot_face 🥵
cold_face 🥶 dizzy_face 😵 exploding_head 🤯 face_with_cowboy_hat 🤠 partying_face 🥳 sunglasses 😎 nerd_face 🤓
face_with_monocle 🧐 confused 😕 worried 😟 slightly_frowning_face 🙁 white_frowning_face ☹️ open_mouth 😮 hushed 😯
astonished 😲 flushed 😳 pleading_face 🥺 face_holding_back_tears 🥹 frowning 😦 anguished 😧 fearful 😨 cold_sweat 😰
disappointed_relieved 😥 cry 😢 sob 😭 scream 😱 disappointed 😞 sweat 😓 weary 😩 tired_face 😫 yawning_face 🥱
triumph 😤 rage 😡 angry 😠 relaxed ☺️ ghost 👻 robot_face 🤖 alien 👽 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊
wave 👋 raised_hand ✋ hand ✋ ok_hand 👌 v ✌️ crossed_fingers 🤞 call_me_hand 🤙 point_left 👈 point_right 👉
point_up_2 👆 point_down 👇 point_up ☝️ +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 fist ✊ facepunch 👊 clap 👏
raised_hands 🙌 heart_hands 🫶 open_hands 👐 handshake 🤝 pray 🙏 writing_hand ✍️ muscle 💪 ear 👂 eyes 👀 eye 👁️
brain 🧠 bust_in_silhouette 👤 busts_in_silhouette 👥 speaking_head_in_silhouette 🗣️ shrug 🤷 facepalm 🤦 raising_hand 🙋
bow 🙇 dancer 💃 runner 🏃 walking 🚶 technologist 🧑‍💻 firefighter 🧑‍🚒 detective 🕵️ farmer 🧑‍🌾 cook 🧑‍🍳 family 👪
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍
broken_heart 💔 two_hearts 💕 sparkling_heart 💖 heartbeat 💓 100 💯 boom 💥 dizzy 💫 sweat_drops 💦 dash 💨 zzz 💤
speech_balloon 💬 thought_balloon 💭 left_speech_bubble 🗨️ mega 📣 loudspeaker 📢 bell 🔔 no_bell 🔕 mute 🔇
dog 🐶 cat 🐱 mouse 🐭 rabbit 🐰 fox_face 🦊 bear 🐻 panda_face 🐼 lion_face 🦁 cow 🐮 pig 🐷 monkey_face 🐵 chicken 🐔
penguin 🐧 bird 🐦 owl 🦉 bee 🐝 bug 🐛 butterfly 🦋 snail 🐌 turtle 🐢 snake 🐍 octopus 🐙 dolphin 🐬 whale 🐳
unicorn_face 🦄 paw_prints 🐾 bouquet 💐 cherry_blossom 🌸 blossom 🌼 rose 🌹 sunflower 🌻 tulip 🌷 seedling 🌱
evergreen_tree 🌲 deciduous_tree 🌳 palm_tree 🌴 cactus 🌵 herb 🌿 four_leaf_clover 🍀 maple_leaf 🍁 fallen_leaf 🍂
leaves 🍃 mushroom 🍄 earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 new_moon 🌑 first_quarter_moon 🌓 full_moon 🌕
crescent_moon 🌙 sunny ☀️ sun_with_face 🌞 partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️ thunder_cloud_and_rain ⛈️ zap ⚡
snowflake ❄️ snowman ⛄ rainbow 🌈 umbrella ☔ ocean 🌊 droplet 💧 fire 🔥 star ⭐ star2 🌟 sparkles ✨
apple 🍎 banana 🍌 grapes 🍇 strawberry 🍓 lemon 🍋 peach 🍑 tomato 🍅 avocado 🥑 carrot 🥕 corn 🌽 bread 🍞 cheese_wedge 🧀
egg 🥚 pizza 🍕 hamburger 🍔 fries 🍟 taco 🌮 sandwich 🥪 green_salad 🥗 sushi 🍣 cookie 🍪 doughnut 🍩 cake 🍰 birthday 🎂
chocolate_bar 🍫 honey_pot 🍯 coffee ☕ tea 🍵 teapot 🫖 beer 🍺 beers 🍻 wine_glass 🍷 champagne 🍾 clinking_glasses 🥂
fork_and_knife 🍴 house 🏠 house_with_garden 🏡 office 🏢 factory 🏭 school 🏫 hospital 🏥 bank 🏦 hotel 🏨 tent ⛺
world_map 🗺️ beach_with_umbrella 🏖️ sunrise 🌅 car 🚗 taxi 🚕 bus 🚌 truck 🚚 tractor 🚜 bike 🚲 train 🚆 airplane ✈️
rocket 🚀 ship 🚢 anchor ⚓ construction 🚧 vertical_traffic_light 🚦 rotating_light 🚨 sos 🆘
tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 ribbon 🎀 trophy 🏆 medal 🏅 first_place_medal 🥇 second_place_medal 🥈
third_place_medal 🥉 soccer ⚽ basketball 🏀 tennis 🎾 dart 🎯 video_game 🎮 game_die 🎲 jigsaw 🧩 art 🎨 musical_note 🎵
headphones 🎧 microphone 🎤 guitar 🎸 clapper 🎬 camera 📷 movie_camera 🎥 tv 📺 computer 💻 desktop_computer 🖥️
keyboard ⌨️ iphone 📱 phone ☎️ telephone ☎️ telephone_receiver 📞 battery 🔋 electric_plug 🔌 bulb 💡 candle 🕯️
wastebasket 🗑️ moneybag 💰 money_with_wings 💸 credit_card 💳 receipt 🧾 gem 💎 scales ⚖️ toolbox 🧰 wrench 🔧 hammer 🔨
gear ⚙️ link 🔗 paperclip 📎 magnet 🧲 test_tube 🧪 microscope 🔬 telescope 🔭 syringe 💉 pill 💊 door 🚪 broom 🧹
key 🔑 lock 🔒 unlock 🔓 shield 🛡️ crystal_ball 🔮 hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ alarm_clock ⏰
stopwatch ⏱️ clock9 🕘 clock3 🕒 calendar 📆 date 📅 spiral_calendar_pad 🗓️ email 📧 e-mail 📧 envelope ✉️ inbox_tray 📥
outbox_tray 📤 package 📦 mailbox 📫 postbox 📮 memo 📝 pencil 📝 pencil2 ✏️ book 📖 books 📚 notebook 📓 bookmark 🔖
newspaper 📰 page_facing_up 📄 clipboard 📋 pushpin 📌 round_pushpin 📍 file_folder 📁 card_index_dividers 🗂️
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 mag 🔍 mag_right 🔎 scissors ✂️
warning ⚠️ no_entry ⛔ no_entry_sign 🚫 white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌
negative_squared_cross_mark ❎ bangbang ‼️ exclamation ❗ grey_exclamation ❕ question ❓ grey_question ❔ o ⭕
heavy_plus_sign ➕ heavy_minus_sign ➖ infinity ♾️ recycle ♻️ information_source ℹ️ ok 🆗 new 🆕 free 🆓 cool 🆒 up 🆙
arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrows_counterclockwise 🔄 repeat 🔁 fast_forward ⏩ rewind ⏪
arrow_forward ▶️ double_vertical_bar ⏸️ black_square_for_stop ⏹️ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣
seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟 hash #️⃣ red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡
large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣 black_circle ⚫ white_circle ⚪ large_red_square 🟥
large_green_square 🟩 large_blue_square 🟦 small_blue_diamond 🔹 small_orange_diamond 🔸 white_small_square ▫️
checkered_flag 🏁 triangular_flag_on_post 🚩 waving_white_flag 🏳️ rainbow-flag 🏳️‍🌈 flag-nl 🇳🇱 flag-be 🇧🇪 flag-us 🇺🇸
us 🇺🇸 gb 🇬🇧 uk 🇬🇧 flag-gb 🇬🇧 de 🇩🇪 fr 🇫🇷 es 🇪🇸 it 🇮🇹 jp 🇯🇵 flag-eu 🇪🇺
`;
