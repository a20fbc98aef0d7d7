"""Capitals of States, and peoples by their plurals: a seminar in Tokyo was Japan's.

Without the capitals that share the name of their State, which are found as names.
"""

from __future__ import annotations

from meeting_tui.patterns import late_pattern

_CAPITALS = (
    "Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Amman|Amsterdam|Andorra la Vella|Ankara|"
    "Antananarivo|Apia|Ashgabat|Asmara|Astana|Asunción|Asuncion|Athens|Baghdad|Baku|Bamako|"
    "Bandar Seri Begawan|Bangkok|Bangui|Banjul|Basseterre|Beijing|Beirut|Belgrade|Belmopan|"
    "Berlin|Berne?|Bishkek|Bissau|Bloemfontein|Bogotá|Bogota|Brasília|Brasilia|Bratislava|"
    "Brazzaville|Bridgetown|Brussels|Bucharest|Budapest|Buenos Aires|Bujumbura|Cairo|Canberra|"
    "Cape Town|Caracas|Castries|Chișinău|Chisinau|Colombo|Conakry|Copenhagen|Cotonou|Dakar|"
    "Damascus|Dhaka|Dili|Dodoma|Doha|Dublin|Dushanbe|Freetown|Funafuti|Gaborone|Gitega|Hanoi|"
    "Harare|Havana|Helsinki|Honiara|Islamabad|Jakarta|Jerusalem|Juba|Kabul|Kampala|Kathmandu|"
    "Khartoum|Kigali|Kingston|Kingstown|Kinshasa|Kuala Lumpur|Kyiv|Kiev|La Paz|Libreville|"
    "Lilongwe|Lima|Lisbon|Ljubljana|Lobamba|Lomé|Lome|London|Luanda|Lusaka|Madrid|Majuro|Malabo|"
    "Malé|Managua|Manama|Manila|Maputo|Maseru|Mbabane|Melekeok|Minsk|Mogadishu|Monrovia|"
    "Montevideo|Moroni|Moscow|Muscat|N['’]Djamena|Nairobi|Nassau|Naypyidaw|New Delhi|Niamey|"
    "Nicosia|Nouakchott|Nuku['’]alofa|Oslo|Ottawa|Ouagadougou|Palikir|Paramaribo|Paris|"
    "Phnom Penh|Podgorica|Port Louis|Port Moresby|Port of Spain|Port Vila|Port-au-Prince|"
    "Porto-Novo|Prague|Praia|Pretoria|Pyongyang|Quito|Rabat|Ramallah|Reykjavík|Reykjavik|Riga|"
    "Riyadh|Rome|Roseau|Sana['’]a|San José|San Salvador|Santiago|Santo Domingo|Sarajevo|Seoul|"
    "Skopje|Sofia|Stockholm|Sucre|Suva|Tallinn|Tarawa|Tashkent|Tbilisi|Tegucigalpa|Tehran|"
    "Thimphu|Tirana|Tokyo|Tripoli|Tunis|Ulaanbaatar|Vaduz|Valletta|Vienna|Vientiane|Vilnius|"
    "Warsaw|Washington|Wellington|Windhoek|Yamoussoukro|Yaoundé|Yaounde|Yerevan|Zagreb"
)
_OF_A_TREATY = (
    "Agreement|Arrangement|Convention|Declaration|Document|Plan|Platform|Principles|Process|"
    "Programme|Protocol|Statute|Treaty"
)
CAPITAL = late_pattern(rf"(?<!\w)(?:{_CAPITALS})(?!\w)(?! (?:{_OF_A_TREATY})\b)")
"""Not where it is in the name of a treaty: `the Rome Statute`, `the Vienna Convention`."""
CAPITAL_IN_CHINESE = late_pattern(
    "(?:阿布贾|阿克拉|安卡拉|雅典|巴格达|曼谷|北京|贝鲁特|贝尔格莱德|柏林|伯尔尼|波哥大|巴西利亚|"
    "布鲁塞尔|布加勒斯特|布达佩斯|布宜诺斯艾利斯|开罗|堪培拉|加拉加斯|哥本哈根|达喀尔|大马士革|"
    "都柏林|河内|哈瓦那|赫尔辛基|伊斯兰堡|雅加达|喀布尔|基辅|利马|里斯本|伦敦|马德里|马尼拉|"
    "蒙得维的亚|莫斯科|内罗毕|新德里|奥斯陆|渥太华|巴黎|布拉格|比勒陀利亚|基多|拉巴特|雷克雅未克|"
    "利雅得|罗马|圣地亚哥|首尔|索非亚|斯德哥尔摩|德黑兰|东京|突尼斯市|维也纳|华沙|华盛顿|惠灵顿)"
    "(?!规约|公约|议定书|宣言|进程)"
)
PEOPLE = late_pattern(
    r"\b(?:Basotho|Batswana|Bosniaks?|Britons?|Cabo Verdeans?|Cape Verdeans?|Central Africans|"
    r"Costa Ricans?|Croats?|Danes?|Dutchm[ae]n|Emiratis?|Englishm[ae]n|Equatorial Guineans?|"
    r"Filipin[ao]s|Finns?|Frenchm[ae]n|I-Kiribati|Icelanders?|Irishm[ae]n|Kittitians?|"
    r"Liechtensteiners?|Luxembourgers?|Marshall Islanders?|Motswana|New Zealanders?|"
    r"Papua New Guineans?|Poles|Saint Lucians?|Scots|Serbs?|Sierra Leoneans?|Solomon Islanders?|"
    r"South Africans?|Spaniards?|Sri Lankans?|Swedes?|Turks?|Vincentians?|Welshm[ae]n)\b"
)
"""Peoples whose name is not the adjective with an `s`."""
