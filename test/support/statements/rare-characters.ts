/** The characters of the table of general standard characters (2013) that lie outside of the basic plane, as GB 18030-2022 asks for them at level 2. */
export const standardBeyondBasicPlane = [
  ...'𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓',
];

/** Characters of names in the basic plane and extension A that common fonts lack. */
export const rareInNames = [
  ...'䶮㛃㼆㑇㕮㘎㛹㟃㠇㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙昇堃喆犇淼焱垚甯叕嫑勥巭孬嘦奣昚旻彧祎翀玥骉羴鱻龘龖䨻靐',
];

/** What names of other origin are written with. */
export const otherInNames = [..."·ABCXYZabcxyzÀÉÜßñöřşğİıŁőůžĐđŒœÆæØøÅå'’.-〇"];

/** Characters that look like others and share their glyphs in many fonts. */
export const lookAlikes = [...'高⾼生⽣人⼈豈\uF900胶㬵曶㫚幐㬺槩㮣壿墫·•‧・–‒…⋯／∕～〜〈〉①➀十⼗女⼥月⽉心⼼面⾯青⻘'];
